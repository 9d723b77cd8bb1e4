//! Items on their way out. What one says was rendered when it was written; here it is put together
//! with what it is to the one who asks, and nothing is parsed.

use serde::Serialize;
use serde_json::Error;

/// `head` and what the item says, as one object.
///
/// # Errors
///
/// When `head` cannot be written.
pub fn cipher(head: &impl Serialize, body: &str) -> Result<String, Error> {
    let mut text = serde_json::to_string(head)?;
    text.pop();
    text.reserve(body.len() + 1);
    text.push(',');
    text.push_str(body.strip_prefix('{').unwrap_or(body));
    Ok(text)
}

/// The beginning and the end of a list, around its items.
pub const LIST: (&str, &str) = (r#"{"object":"list","data":["#, r#"],"continuationToken":null}"#);

/// An item that is still in sight, as the answer to a change of its collections, or that it is not.
pub fn optional(cipher: Option<&str>) -> String {
    let (gone, cipher) = cipher.map_or((true, "null"), |text| (false, text));
    format!(r#"{{"object":"optionalCipherDetails","unavailable":{gone},"cipher":{cipher}}}"#)
}

/// The beginning of an answer whose last field is a list that is still empty, and its end.
///
/// # Errors
///
/// When the answer cannot be written.
pub fn around_the_last_list(answer: &impl Serialize) -> Result<(String, &'static str), Error> {
    let mut text = serde_json::to_string(answer)?;
    let end = text.strip_suffix("]}").map_or(text.len(), str::len);
    text.truncate(end);
    Ok((text, "]}"))
}
