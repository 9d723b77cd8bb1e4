//! `cargo xtask docs`: the documentation of the code.

use anyhow::Result;

use crate::{program, workspace};

pub fn run(_: &[String]) -> Result<()> {
    build()?;
    let page = workspace::target()?.join("doc/wardstead_domain/index.html");
    println!("{}", page.display());
    if let Some(opener) = opener() {
        program::run(opener, &[&page.to_string_lossy()])?;
    }
    Ok(())
}

/// Writes it; a link that leads nowhere is a failure.
pub fn build() -> Result<()> {
    let arguments = ["doc", "--quiet", "--workspace", "--no-deps", "--document-private-items"];
    program::run_with("cargo", &arguments, &[("RUSTDOCFLAGS", "-D warnings")])
}

/// The program that opens pages, on a machine with a screen.
fn opener() -> Option<&'static str> {
    if cfg!(target_os = "macos") {
        return Some("open");
    }
    let screen =
        program::environment("DISPLAY").or_else(|| program::environment("WAYLAND_DISPLAY"));
    screen.map(|_| "xdg-open")
}
