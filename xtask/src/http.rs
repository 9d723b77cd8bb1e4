//! Just enough HTTP to ask a server on this machine.

use std::{
    io::{Read as _, Write as _},
    net::TcpStream,
    time::Duration,
};

use anyhow::{Context as _, Result, bail};
use serde_json::Value;

/// Whether a server answers at `port`.
pub fn answers(port: u16) -> bool {
    ask(port, "GET", "/alive", "").is_ok()
}

/// What a server answers to `body`, posted to `path`.
pub fn post(port: u16, path: &str, body: &Value) -> Result<Value> {
    let answer = ask(port, "POST", path, &body.to_string())?;
    serde_json::from_str(&answer).with_context(|| format!("{path} answered: {answer}"))
}

fn ask(port: u16, method: &str, path: &str, body: &str) -> Result<String> {
    let mut stream = TcpStream::connect(("127.0.0.1", port))?;
    stream.set_read_timeout(Some(Duration::from_secs(10)))?;
    let length = body.len();
    write!(
        stream,
        "{method} {path} HTTP/1.1\r\nHost: localhost:{port}\r\nConnection: close\r\n\
         Content-Type: application/json\r\nContent-Length: {length}\r\n\r\n{body}"
    )?;
    let mut answer = String::new();
    stream.read_to_string(&mut answer)?;
    read(&answer).with_context(|| format!("{method} {path} on port {port}"))
}

/// The body of an answer, when the answer says that all is well.
fn read(answer: &str) -> Result<String> {
    let (head, body) =
        answer.split_once("\r\n\r\n").context("the answer has no end of its head")?;
    let status = head.split(' ').nth(1).unwrap_or_default();
    let chunked = head.to_ascii_lowercase().contains("transfer-encoding: chunked");
    let body = if chunked { joined(body) } else { body.to_owned() };
    if !status.starts_with('2') {
        bail!("{status} {body}");
    }
    Ok(body)
}

/// A body that came in chunks.
fn joined(mut chunks: &str) -> String {
    let mut body = String::new();
    while let Some((size, rest)) = chunks.split_once("\r\n") {
        let size = usize::from_str_radix(size.trim(), 16).unwrap_or(0);
        let Some(chunk) = rest.get(..size).filter(|chunk| !chunk.is_empty()) else { break };
        body.push_str(chunk);
        chunks = rest.get(size + 2..).unwrap_or_default();
    }
    body
}

#[cfg(test)]
mod tests {
    use super::read;

    #[test]
    fn answers_are_read_whole_or_in_chunks() {
        let cases = [
            ("whole", "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}", Some("{}")),
            (
                "in chunks",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n1\r\n{\r\n1\r\n}\r\n0\r\n\r\n",
                Some("{}"),
            ),
            ("a refusal", "HTTP/1.1 400 Bad Request\r\n\r\nno", None),
            ("cut off", "HTTP/1.1 200 OK\r\n", None),
        ];
        for (case, answer, body) in cases {
            assert_eq!(read(answer).ok().as_deref(), body, "{case}");
        }
    }
}
