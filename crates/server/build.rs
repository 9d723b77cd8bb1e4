//! Takes the built web app in, or a page that says how to build it.

use std::{env, error::Error, fs, path::Path};

/// Where `npm run build` leaves the pages.
const PAGES: &str = "../../web/dist";

fn main() -> Result<(), Box<dyn Error>> {
    let pages = Path::new(PAGES);
    if !pages.join("index.html").exists() {
        // It stands where the pages will: what is not there yet could not be watched.
        fs::create_dir_all(pages)?;
        fs::copy("placeholder.html", pages.join("index.html"))?;
    }
    println!("cargo::rerun-if-changed={PAGES}");
    println!("cargo::rerun-if-changed=placeholder.html");

    #[expect(clippy::disallowed_methods, reason = "cargo says it in no other way")]
    let out = env::var("OUT_DIR")?;
    let out = Path::new(&out);
    let pages = fs::canonicalize(pages)?;
    // Also in development: a server that is copied elsewhere has its pages with it.
    let code = memory_serve::assets_to_code(PAGES, &pages, out, true, |_| ());
    fs::write(out.join("pages.rs"), code)?;
    Ok(())
}
