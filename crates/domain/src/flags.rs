//! Sets of named switches, kept as one number in the database.

/// Declares an enum of switches and the set of them. The numbers are the bits in the database and
/// never change; the names are the protocol's.
macro_rules! flags {
    (
        $(#[$set_doc:meta])* $set:ident of
        $(#[$flag_doc:meta])* $flag:ident { $($(#[$doc:meta])* $name:ident = $bit:literal, $word:literal;)+ }
    ) => {
        $(#[$flag_doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $flag { $($(#[$doc])* $name),+ }

        impl $flag {
            /// Every one, in the order of declaration.
            pub const ALL: &[Self] = &[$(Self::$name),+];

            /// Its name in the protocol.
            pub const fn name(self) -> &'static str {
                match self { $(Self::$name => $word),+ }
            }

            const fn bit(self) -> u64 {
                match self { $(Self::$name => 1 << $bit),+ }
            }
        }

        $(#[$set_doc])*
        #[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
        pub struct $set(u64);

        impl $set {
            /// None of them.
            pub const NONE: Self = Self(0);

            /// Exactly these.
            pub const fn of(flags: &[$flag]) -> Self {
                let mut bits = 0;
                let mut rest = flags;
                while let [first, others @ ..] = rest {
                    bits |= first.bit();
                    rest = others;
                }
                Self(bits)
            }

            /// Whether `flag` is in the set.
            pub const fn has(self, flag: $flag) -> bool {
                self.0 & flag.bit() != 0
            }

            /// The set with `flag` in or out.
            #[must_use]
            pub const fn with(self, flag: $flag, on: bool) -> Self {
                if on { Self(self.0 | flag.bit()) } else { Self(self.0 & !flag.bit()) }
            }

            /// Those in the set, in the order of declaration.
            pub fn iter(self) -> impl Iterator<Item = $flag> {
                $flag::ALL.iter().copied().filter(move |flag| self.has(*flag))
            }

            /// The number kept in the database.
            pub const fn bits(self) -> i64 {
                self.0.cast_signed()
            }

            /// Reads the number kept in the database; bits of later versions are ignored.
            pub const fn from_bits(bits: i64) -> Self {
                Self(bits.cast_unsigned() & (0 $(| $flag::$name.bit())+))
            }
        }
    };
}
pub(crate) use flags;
