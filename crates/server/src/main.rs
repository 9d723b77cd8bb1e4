//! The server, and the commands its operator types.

mod admin;
mod backup;
mod cli;
mod config;
mod control;
mod dev_certificates;
mod doctor;
mod folder;
mod generate;
mod logging;
mod migrate;
mod pages;
mod restore;
mod roles;
mod running;
mod say;
mod serve;

use std::process::ExitCode;

use clap::Parser as _;

fn main() -> ExitCode {
    // Only the first provider counts; a second attempt is no failure.
    let _ = rustls::crypto::aws_lc_rs::default_provider().install_default();
    let cli = cli::Cli::parse();
    let runtime = match tokio::runtime::Builder::new_multi_thread().enable_all().build() {
        Ok(runtime) => runtime,
        Err(error) => {
            say::complain(&format!("the machine gives no threads: {error}"));
            return ExitCode::FAILURE;
        }
    };
    let ended = runtime.block_on(cli::run(cli));
    runtime.shutdown_timeout(std::time::Duration::from_secs(2));
    match ended {
        Ok(cli::Ended::Well) => ExitCode::SUCCESS,
        Ok(cli::Ended::Badly) => ExitCode::FAILURE,
        Ok(cli::Ended::Again(program)) => {
            say::complain(&format!("the server could not start again: {}", program.start()));
            ExitCode::FAILURE
        }
        Err(error) => {
            say::complain(&format!("{error:#}"));
            ExitCode::FAILURE
        }
    }
}
