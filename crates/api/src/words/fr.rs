//! French: “vous”, a no-break space before `: ; ? ! %` and inside « », and one word for one thing.

mod accounts;
mod collections;
mod cures;
mod health;
mod licensing;
mod organizations;
mod requests;
mod server;
mod sponsorships;
mod vault;

/// Every sentence with its French.
pub(super) const ROOMS: &[&[(&str, &str)]] = &[
    accounts::SENTENCES,
    collections::SENTENCES,
    cures::SENTENCES,
    health::SENTENCES,
    licensing::SENTENCES,
    organizations::SENTENCES,
    requests::SENTENCES,
    server::SENTENCES,
    sponsorships::SENTENCES,
    vault::SENTENCES,
];
