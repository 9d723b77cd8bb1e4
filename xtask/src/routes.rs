//! The routes of the protocol, and which of them we answer.

use std::{collections::BTreeSet, fmt::Write as _};

use serde_json::Value;

/// A route, its parameters without their names.
type Shape = (String, String);

/// A line of `fixtures/protocol/routes.txt`: `METHOD path`, then notes.
struct Route {
    method: String,
    path: String,
    notes: String,
}

/// `docs/coverage.md`: every route of `listed`, room by room, and whether `openapi` has it.
pub fn coverage(listed: &str, openapi: &Value) -> String {
    let answered = shapes(openapi);
    let rooms = rooms(listed);
    let mut text = String::from(
        "# Routes of the protocol, and which of them we answer\n\n\
         Written by `cargo xtask gen` from fixtures/protocol/routes.txt and docs/openapi.json. \"Old\" marks routes \
         that only older\nclients call; \"cloud\" and \"self-hosted\" those of one role. A route we add to the \
         protocol is not in this list.\n\n| Room | Answered | Of |\n|---|---:|---:|\n",
    );
    let mut details = String::new();
    let (mut sum, mut whole) = (0, 0);
    for (room, routes) in &rooms {
        let known = |route: &&Route| answered.contains(&shape(&route.method, &route.path));
        let count = routes.iter().filter(known).count();
        sum += count;
        whole += routes.len();
        // Writing to a string cannot fail.
        let _ = writeln!(text, "| {room} | {count} | {} |", routes.len());
        let _ = write!(details, "\n## {room}\n\n| | Route | |\n|---|---|---|\n");
        for route in routes {
            let mark = if known(&route) { "yes" } else { "not yet" };
            let _ = writeln!(
                details,
                "| {mark} | `{} {}` | {} |",
                route.method, route.path, route.notes
            );
        }
    }
    let _ = writeln!(text, "| **all** | **{sum}** | **{whole}** |");
    text + &details
}

/// The rooms of the list, each with its routes; a room begins with a line `# room`.
fn rooms(listed: &str) -> Vec<(String, Vec<Route>)> {
    let mut rooms: Vec<(String, Vec<Route>)> = Vec::new();
    for line in listed.lines() {
        if let Some(room) = line.strip_prefix("# ") {
            rooms.push((room.trim().to_owned(), Vec::new()));
            continue;
        }
        let mut words = line.splitn(3, ' ');
        let (Some(method), Some(path)) = (words.next(), words.next()) else { continue };
        if let Some((_, routes)) = rooms.last_mut() {
            let notes = words.next().unwrap_or_default().trim().to_owned();
            routes.push(Route { method: method.to_owned(), path: path.to_owned(), notes });
        }
    }
    rooms
}

/// What the document of our server answers.
fn shapes(openapi: &Value) -> BTreeSet<Shape> {
    let paths = openapi.get("paths").and_then(Value::as_object);
    paths
        .into_iter()
        .flatten()
        .flat_map(|(path, methods)| {
            let methods = methods.as_object().into_iter().flatten();
            methods.map(move |(method, _)| shape(method, path))
        })
        .collect()
}

/// A route with its parameters unnamed: `/a/{orgId}/` is `/a/{}`, whatever its case.
fn shape(method: &str, path: &str) -> Shape {
    let path = path.split('?').next().unwrap_or_default();
    let parts: Vec<String> = path
        .split('/')
        .filter(|part| !part.is_empty())
        .map(|part| match (part.find('{'), part.rfind('}')) {
            (Some(start), Some(end)) if start < end => {
                let (before, after) = (part.get(..start), part.get(end + 1..));
                format!("{}{{}}{}", before.unwrap_or_default(), after.unwrap_or_default())
            }
            _ => part.to_ascii_lowercase(),
        })
        .collect();
    (method.to_ascii_uppercase(), format!("/{}", parts.join("/")))
}

#[cfg(test)]
mod tests {
    use super::{coverage, shape};
    use serde_json::json;

    #[test]
    fn routes_are_equal_whatever_their_parameters_are_called() {
        let cases = [
            (
                "another name",
                "/api/organizations/{id}/api-key",
                "/api/organizations/{org_id}/api-key",
                true,
            ),
            ("a slash at the end", "/api/sends/access/", "/api/sends/access", true),
            ("another case", "/api/sso/PreValidate", "/api/sso/prevalidate", true),
            ("a query", "/api/redeem?sponsorshipToken=", "/api/redeem", true),
            ("a parameter and a word", "/api/folders/{id}", "/api/folders/all", false),
            ("a parameter within a part", "/a/{id}.json", "/a/{name}.json", true),
            ("another length", "/api/folders/{id}", "/api/folders/{id}/delete", false),
        ];
        for (case, one, other, equal) in cases {
            assert_eq!(shape("GET", one) == shape("get", other), equal, "{case}");
        }
        assert_ne!(shape("GET", "/a"), shape("POST", "/a"));
    }

    #[test]
    fn the_table_counts_what_is_answered() {
        let listed = "# vault\nGET /api/sync\nGET /api/folders/{id} old\n# sends\nGET /api/sends\n";
        let openapi =
            json!({"paths": {"/api/folders/{folder}": {"get": {}}, "/api/sends": {"post": {}}}});
        let table = coverage(listed, &openapi);
        assert!(table.contains("| vault | 1 | 2 |"), "{table}");
        assert!(table.contains("| sends | 0 | 1 |"), "{table}");
        assert!(table.contains("| **all** | **1** | **3** |"), "{table}");
        assert!(table.contains("| yes | `GET /api/folders/{id}` | old |"), "{table}");
        assert!(table.contains("| not yet | `GET /api/sync` |  |"), "{table}");
    }
}
