//! Whether the cloud's hosts can be found, reached, and believed.

use std::{error::Error as _, time::Duration};

use tokio::net::TcpStream;

use crate::doctor::{
    finding::Finding,
    journey::{Journey, PATIENCE},
    route::Route,
};

/// How long a connection may take: a firewall that drops packets says nothing.
const CONNECT: Duration = Duration::from_secs(5);

/// The names of the hosts are known.
pub async fn names(journey: &mut Journey) -> Vec<Finding> {
    let mut findings = Vec::new();
    for route in &mut journey.routes {
        let check = format!("name {}", route.host);
        let looked_up = tokio::net::lookup_host((route.host.as_str(), route.port));
        let found = tokio::time::timeout(PATIENCE, looked_up).await;
        route.addresses = found.ok().and_then(Result::ok).map(Vec::from_iter).unwrap_or_default();
        findings.push(if route.addresses.is_empty() {
            route.broken = Some("its name is not known");
            Finding::bad(
                check,
                "no name server knows it",
                format!(
                    "Look at /etc/resolv.conf and allow port 53 to the name servers it lists, or \
                     correct {}",
                    route.setting
                ),
            )
        } else {
            let texts: Vec<_> = route.addresses.iter().map(|at| at.ip().to_string()).collect();
            Finding::good(check, texts.join(", "))
        });
    }
    findings
}

/// The hosts take connections.
pub async fn ports(journey: &mut Journey) -> Vec<Finding> {
    let mut findings = Vec::new();
    for route in &mut journey.routes {
        let check = format!("connection to {}", route.target());
        if let Some(broken) = route.broken {
            findings.push(Finding::untried(check, broken));
            continue;
        }
        let connected = TcpStream::connect(route.addresses.as_slice());
        let why = match tokio::time::timeout(CONNECT, connected).await {
            Ok(Ok(_)) => {
                findings.push(Finding::good(check, "accepted"));
                continue;
            }
            Ok(Err(error)) => error.to_string(),
            Err(_) => format!("no answer within {} s", CONNECT.as_secs()),
        };
        route.broken = Some("it takes no connections");
        let cure = format!(
            "Let the firewall allow outgoing TCP connections from this machine to {} port {}",
            route.host, route.port
        );
        findings.push(Finding::bad(check, why, cure));
    }
    findings
}

/// The hosts are who they say they are, and speak HTTP. Learns the cloud's clock on the way.
pub async fn protection(journey: &mut Journey) -> Vec<Finding> {
    let mut findings = Vec::new();
    for route in &mut journey.routes {
        let check = format!("TLS of {}", route.service());
        if let Some(broken) = route.broken {
            findings.push(Finding::untried(check, broken));
            continue;
        }
        match journey.client.get(route.address("/alive")).send().await {
            Ok(response) => {
                let date = response.headers().get("date").and_then(|date| date.to_str().ok());
                let date = date.and_then(|date| chrono::DateTime::parse_from_rfc2822(date).ok());
                let ahead = date.map(|date| date.to_utc() - Journey::now());
                journey.ahead = journey.ahead.or(ahead);
                let plain = route.url.scheme() == "http";
                let detail = if plain { "none: the address is http://" } else { "trusted" };
                findings.push(Finding::good(check, detail));
            }
            Err(error) => {
                route.broken = Some("it gives no answer that can be trusted");
                findings.push(refused(check, route, &error));
            }
        }
    }
    findings
}

fn refused(check: String, route: &Route, error: &reqwest::Error) -> Finding {
    let mut reason = error.to_string();
    let mut cause = error.source();
    while let Some(deeper) = cause {
        reason = deeper.to_string();
        cause = deeper.source();
    }
    let host = route.service();
    let cure = if reason.contains("UnknownIssuer") {
        format!(
            "If {host} has a private authority, or a firewall looks into TLS, add that authority's \
             certificate to those the machine trusts; else nobody but {host} should answer: ask who \
             redirects the connection"
        )
    } else if reason.contains("xpired") || reason.contains("NotValidYet") {
        format!("Set this machine's clock; if it is right, the certificate of {host} is not")
    } else if reason.contains("NotValidForName") {
        format!("Correct {}: the certificate is for another name", route.setting)
    } else {
        format!(
            "Let the firewall pass TLS to {} port {} without looking into it, and look whether {} is \
             right",
            route.host, route.port, route.setting
        )
    };
    Finding::bad(check, reason, cure)
}
