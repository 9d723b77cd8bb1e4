//! How a client stretches the master password before the server sees anything of it.

/// The client's key derivation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kdf {
    /// PBKDF2 with SHA-256.
    Pbkdf2 {
        /// Rounds.
        iterations: i64,
    },
    /// Argon2id.
    Argon2id {
        /// Passes.
        iterations: i64,
        /// Mebibytes.
        memory: i64,
        /// Lanes.
        parallelism: i64,
    },
}

/// Why settings are not accepted for a new key.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum KdfRefusal {
    /// There is no such derivation, or a setting is missing.
    #[error("The key derivation is incomplete.")]
    Incomplete,
    /// PBKDF2 would be too cheap, or too slow to log in with.
    #[error("PBKDF2 needs between 600000 and 2000000 iterations.")]
    Pbkdf2Iterations,
    /// Argon2id would be too cheap, or too slow to log in with.
    #[error("Argon2id needs between 2 and 10 iterations.")]
    Argon2Iterations,
    /// Argon2id would be too cheap, or more than phones can spare.
    #[error("Argon2id needs between 15 and 1024 MiB of memory.")]
    Argon2Memory,
    /// More lanes than there are.
    #[error("Argon2id needs between 1 and 16 lanes.")]
    Argon2Parallelism,
}

impl Kdf {
    /// What new accounts begin with.
    pub const DEFAULT: Self = Self::Pbkdf2 { iterations: 600_000 };

    /// Reads the four numbers of the protocol, whatever their size: accounts older than today's
    /// limits go on logging in.
    ///
    /// # Errors
    ///
    /// [`KdfRefusal::Incomplete`] when they describe no derivation.
    pub fn read(
        kind: i64,
        iterations: i64,
        memory: Option<i64>,
        parallelism: Option<i64>,
    ) -> Result<Self, KdfRefusal> {
        match (kind, memory, parallelism) {
            (0, _, _) => Ok(Self::Pbkdf2 { iterations }),
            (1, Some(memory), Some(parallelism)) => {
                Ok(Self::Argon2id { iterations, memory, parallelism })
            }
            _ => Err(KdfRefusal::Incomplete),
        }
    }

    /// The four numbers of the protocol: kind, iterations, memory, parallelism.
    pub const fn numbers(self) -> (i64, i64, Option<i64>, Option<i64>) {
        match self {
            Self::Pbkdf2 { iterations } => (0, iterations, None, None),
            Self::Argon2id { iterations, memory, parallelism } => {
                (1, iterations, Some(memory), Some(parallelism))
            }
        }
    }

    /// The same settings, if they may be chosen today.
    ///
    /// # Errors
    ///
    /// Which setting is out of range.
    pub fn chosen(self) -> Result<Self, KdfRefusal> {
        let (iterations, memory, parallelism) = match self {
            Self::Pbkdf2 { iterations } => {
                return if (600_000..=2_000_000).contains(&iterations) {
                    Ok(self)
                } else {
                    Err(KdfRefusal::Pbkdf2Iterations)
                };
            }
            Self::Argon2id { iterations, memory, parallelism } => (iterations, memory, parallelism),
        };
        if !(2..=10).contains(&iterations) {
            return Err(KdfRefusal::Argon2Iterations);
        }
        if !(15..=1024).contains(&memory) {
            return Err(KdfRefusal::Argon2Memory);
        }
        if !(1..=16).contains(&parallelism) {
            return Err(KdfRefusal::Argon2Parallelism);
        }
        Ok(self)
    }
}

#[cfg(test)]
mod tests {
    use super::{Kdf, KdfRefusal};

    #[test]
    fn new_settings_keep_within_the_limits() {
        let argon =
            |iterations, memory, parallelism| Kdf::Argon2id { iterations, memory, parallelism };
        let cases = [
            ("today's default", Kdf::DEFAULT, None),
            (
                "too few rounds",
                Kdf::Pbkdf2 { iterations: 599_999 },
                Some(KdfRefusal::Pbkdf2Iterations),
            ),
            ("the most rounds", Kdf::Pbkdf2 { iterations: 2_000_000 }, None),
            ("too many", Kdf::Pbkdf2 { iterations: 2_000_001 }, Some(KdfRefusal::Pbkdf2Iterations)),
            ("the default of the other", argon(6, 32, 4), None),
            ("one pass", argon(1, 32, 4), Some(KdfRefusal::Argon2Iterations)),
            ("little memory", argon(6, 14, 4), Some(KdfRefusal::Argon2Memory)),
            ("much memory", argon(6, 1025, 4), Some(KdfRefusal::Argon2Memory)),
            ("no lane", argon(6, 32, 0), Some(KdfRefusal::Argon2Parallelism)),
        ];
        for (case, kdf, refusal) in cases {
            assert_eq!(kdf.chosen().err(), refusal, "{case}");
        }
    }

    #[test]
    fn the_numbers_survive() {
        for kdf in [Kdf::DEFAULT, Kdf::Argon2id { iterations: 3, memory: 64, parallelism: 4 }] {
            let (kind, iterations, memory, parallelism) = kdf.numbers();
            assert_eq!(Kdf::read(kind, iterations, memory, parallelism), Ok(kdf));
        }
        assert_eq!(Kdf::read(1, 3, None, Some(4)), Err(KdfRefusal::Incomplete));
        assert_eq!(Kdf::read(2, 3, Some(64), Some(4)), Err(KdfRefusal::Incomplete));
    }
}
