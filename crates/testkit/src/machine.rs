//! A machine that is as the test says.

use std::sync::Mutex;

use app::{
    ports::{Answer, Machine, Probe, Stage},
    settings::Egress,
};
use chrono::{DateTime, Utc};
use domain::admin::health::Space;

/// A machine that is as the test says: half its disk is free, it has no TLS of its own, and every
/// host is reached.
#[derive(Debug)]
pub struct SetMachine {
    /// Room on the disk.
    pub space: Mutex<Option<Space>>,
    /// Until when the certificate is good.
    pub certificate: Mutex<Option<Result<DateTime<Utc>, String>>>,
    /// The stage that fails on the way to any host.
    pub broken: Mutex<Option<Stage>>,
}

impl Default for SetMachine {
    fn default() -> Self {
        let space = Space { free: 50 << 30, total: 100 << 30 };
        Self {
            space: Mutex::new(Some(space)),
            certificate: Mutex::default(),
            broken: Mutex::default(),
        }
    }
}

impl Machine for SetMachine {
    fn space(&self) -> Option<Space> {
        *self.space.lock().unwrap()
    }

    fn certificate(&self) -> Option<Result<DateTime<Utc>, String>> {
        self.certificate.lock().unwrap().clone()
    }

    fn reach<'a>(&'a self, _: &'a Egress) -> Answer<'a, Vec<Probe>> {
        let broken = *self.broken.lock().unwrap();
        Box::pin(async move {
            let mut probes = Vec::new();
            for stage in [Stage::Name, Stage::Connection] {
                let fails = broken == Some(stage);
                probes.push(Probe {
                    stage,
                    outcome: if fails { Err("broken".to_owned()) } else { Ok("well".to_owned()) },
                    milliseconds: 7,
                    cure: fails.then(|| "mend it".to_owned()),
                });
                if fails {
                    break;
                }
            }
            probes
        })
    }
}
