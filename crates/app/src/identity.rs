//! Who is calling: access tokens and what they say.

pub mod access_token;
