//! Whether the cloud's hosts can be found, reached, and believed.

use outside::reach;

use crate::doctor::{finding::Finding, journey::Journey};

/// The names of the hosts are known.
pub async fn names(journey: &mut Journey) -> Vec<Finding> {
    let mut findings = Vec::new();
    for route in &mut journey.routes {
        let check = format!("name {}", route.way.host);
        findings.push(match reach::look_up(&route.way.host, route.way.port, route.setting).await {
            Ok(addresses) => {
                let texts: Vec<_> = addresses.iter().map(|at| at.ip().to_string()).collect();
                route.addresses = addresses;
                Finding::good(check, texts.join(", "))
            }
            Err(broken) => {
                route.broken = Some("its name is not known");
                Finding::bad(check, broken.why, broken.cure)
            }
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
        let way = &route.way;
        findings.push(match reach::connect(&route.addresses, &way.host, way.port).await {
            Ok(()) => Finding::good(check, "accepted"),
            Err(broken) => {
                route.broken = Some("it takes no connections");
                Finding::bad(check, broken.why, broken.cure)
            }
        });
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
        let asked = journey.asker.ask(&route.address("/alive"), &route.url, route.setting).await;
        match asked {
            Ok(answered) => {
                let ahead = answered.date.map(|date| date - Journey::now());
                journey.ahead = journey.ahead.or(ahead);
                let plain = route.url.scheme() == "http";
                let detail = if plain { "none: the address is http://" } else { "trusted" };
                findings.push(Finding::good(check, detail));
            }
            Err(broken) => {
                route.broken = Some("it gives no answer that can be trusted");
                findings.push(Finding::bad(check, broken.why, broken.cure));
            }
        }
    }
    findings
}
