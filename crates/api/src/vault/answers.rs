//! Items on their way out.

use std::iter;

use app::vault::HeldCipher;
use axum::{
    body::{Body, Bytes},
    http::header::CONTENT_TYPE,
    response::{IntoResponse as _, Response},
};
use domain::vault::CipherKind;
use futures_util::stream;
use wire::{
    object::{CipherDetailsObject, CipherMiniDetailsObject},
    vault::{
        CipherDetailsHead, CipherMiniDetailsHead, CipherPermissions,
        rendered::{self, LIST},
    },
};

use crate::{
    error::{ApiError, Unwritten},
    extract::Client,
};

/// How many items leave together.
const FRAME: usize = 32;

/// What an item is to the person who holds it.
fn head(item: &HeldCipher) -> CipherDetailsHead {
    let hold = item.hold();
    CipherDetailsHead {
        object: CipherDetailsObject::Tag,
        id: item.id,
        organization_id: item.organization_id,
        folder_id: item.folder_id,
        collection_ids: item.collections.clone(),
        favorite: item.favorite,
        edit: hold.edits(),
        view_password: hold.sees_passwords(),
        permissions: CipherPermissions { delete: hold.deletes(), restore: hold.deletes() },
        organization_use_totp: item.organization_pays_for_totp(),
        creation_date: item.created_at,
        revision_date: item.revised_at,
        deleted_date: item.trashed_at,
        archived_date: item.archived_at,
        attachments: None,
    }
}

/// What an item is to its organization.
fn mini_head(item: &HeldCipher) -> CipherMiniDetailsHead {
    CipherMiniDetailsHead {
        object: CipherMiniDetailsObject::Tag,
        id: item.id,
        organization_id: item.organization_id,
        collection_ids: item.collections.clone(),
        organization_use_totp: item.organization_pays_for_totp(),
        creation_date: item.created_at,
        revision_date: item.revised_at,
        deleted_date: item.trashed_at,
        attachments: None,
    }
}

/// An item as text.
type Text = fn(&HeldCipher) -> Result<String, serde_json::Error>;

fn text(item: &HeldCipher) -> Result<String, serde_json::Error> {
    rendered::cipher(&head(item), &item.body)
}

fn mini_text(item: &HeldCipher) -> Result<String, serde_json::Error> {
    rendered::cipher(&mini_head(item), &item.body)
}

fn json(body: impl Into<Body>) -> Response {
    ([(CONTENT_TYPE, "application/json")], body.into()).into_response()
}

/// One item.
pub(super) fn one(item: &HeldCipher) -> Result<Response, ApiError> {
    Ok(json(text(item).map_err(Unwritten)?))
}

/// One item, as its administrators have it.
pub(super) fn mini(item: &HeldCipher) -> Result<Response, ApiError> {
    Ok(json(mini_text(item).map_err(Unwritten)?))
}

/// An item, or that it is out of sight.
pub(super) fn optional(item: Option<&HeldCipher>) -> Result<Response, ApiError> {
    let text = item.map(text).transpose().map_err(Unwritten)?;
    Ok(json(rendered::optional(text.as_deref())))
}

/// A list of items, without those of kinds the client cannot read.
pub(super) fn list(items: Vec<HeldCipher>, client: Client) -> Response {
    let (begin, end) = LIST;
    framed(begin.to_owned(), items, client, end, text)
}

/// The same, as administrators have them.
pub(super) fn mini_list(items: Vec<HeldCipher>, client: Client) -> Response {
    let (begin, end) = LIST;
    framed(begin.to_owned(), items, client, end, mini_text)
}

/// Items between a beginning and an end.
pub(super) fn around(
    begin: String,
    items: Vec<HeldCipher>,
    client: Client,
    end: &'static str,
) -> Response {
    framed(begin, items, client, end, text)
}

/// The items are put together while the answer leaves, so that a large vault is never in memory as
/// one text.
fn framed(
    begin: String,
    mut items: Vec<HeldCipher>,
    Client(version): Client,
    end: &'static str,
    text: Text,
) -> Response {
    items.retain(|item| {
        CipherKind::from_number(item.kind).is_some_and(|kind| kind.is_known_to(version))
    });
    let mut rest = items.into_iter();
    let mut first = true;
    let frames = iter::from_fn(move || {
        let mut frame = String::new();
        for item in rest.by_ref().take(FRAME) {
            if !std::mem::take(&mut first) {
                frame.push(',');
            }
            match text(&item) {
                Ok(text) => frame.push_str(&text),
                Err(error) => return Some(Err(error)),
            }
        }
        (!frame.is_empty()).then(|| Ok(Bytes::from(frame)))
    });
    let all = iter::once(Ok(Bytes::from(begin)))
        .chain(frames)
        .chain(iter::once(Ok(Bytes::from_static(end.as_bytes()))));
    json(Body::from_stream(stream::iter(all)))
}
