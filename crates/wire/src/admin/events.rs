//! What happened in an organization.

use serde::Serialize;
use utoipa::ToSchema;
use uuid::Uuid;

use super::sent;
use crate::{events::EventResponse, object::ListObject};

sent! {
    /// A page of an organization's event log, with what its ids stand for.
    OrganizationEventsResponse {
        /// Always `list`.
        object: ListObject,
        /// The events, the newest first.
        data: Vec<EventResponse>,
        /// The people, members and installations the events name that are still there.
        names: Vec<NamePart>,
        /// The policies of the organization.
        policies: Vec<PolicyKindPart>,
        /// Where the next page begins; null after the last.
        continuation_token: Option<String>,
    }

    /// What an id stands for.
    NamePart {
        /// The id.
        id: Uuid,
        /// The mail address.
        name: String,
    }

    /// A policy.
    PolicyKindPart {
        /// Which.
        id: Uuid,
        /// Its kind, by number.
        r#type: i64,
    }
}
