//! What an item says: every text in it encrypted, kept and answered under the protocol's names.

mod login;

use chrono::{DateTime, Utc};
use domain::{accounts::enc_string::Unkept, vault::CipherKind};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

pub use login::{CipherFido2Credential, CipherLogin, CipherLoginUri};

use super::shape::{Check, Misshapen};

/// How long an item may be, as it is kept.
const LONGEST: usize = 500_000;
/// A field that holds what is not shown to everyone.
const HIDDEN: i64 = 1;

/// Declares parts of an item that are encrypted texts and nothing else, each with its longest length.
macro_rules! encrypted {
    ($($(#[$doc:meta])* $name:ident { $($(#[$about:meta])* $field:ident <= $most:literal;)+ })+) => {$(
        $(#[$doc])*
        #[derive(Clone, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
        #[serde(rename_all = "camelCase", default)]
        pub struct $name { $($(#[$about])* pub $field: Option<String>),+ }

        impl $name {
            fn look(&self, check: &mut Check) {
                $(check.encrypted(stringify!($field), self.$field.as_deref(), $most);)+
            }
        }
    )+};
}

encrypted! {
    /// A payment card.
    CipherCard {
        /// Whose it is.
        cardholder_name <= 1000;
        /// Of which network.
        brand <= 1000;
        /// Its number.
        number <= 1000;
        /// The month it ends.
        exp_month <= 1000;
        /// The year it ends.
        exp_year <= 1000;
        /// Its code.
        code <= 1000;
    }

    /// A person's particulars.
    CipherIdentity {
        /// How they are addressed.
        title <= 1000;
        /// Their first name.
        first_name <= 1000;
        /// Their middle name.
        middle_name <= 1000;
        /// Their last name.
        last_name <= 1000;
        /// Where they live.
        address1 <= 1000;
        /// Its second line.
        address2 <= 1000;
        /// Its third line.
        address3 <= 1000;
        /// The town.
        city <= 1000;
        /// The state or region.
        state <= 1000;
        /// The postal code.
        postal_code <= 1000;
        /// The country.
        country <= 1000;
        /// Where they work.
        company <= 1000;
        /// Their mail address.
        email <= 1000;
        /// Their telephone number.
        phone <= 1000;
        /// Their social security number.
        ssn <= 1000;
        /// The name they sign in with.
        username <= 1000;
        /// The number of their passport.
        passport_number <= 1000;
        /// The number of their driving licence.
        license_number <= 1000;
    }

    /// An SSH key.
    CipherSshKey {
        /// The private half.
        private_key <= 5000;
        /// The public half.
        public_key <= 5000;
        /// The fingerprint.
        key_fingerprint <= 1000;
    }

    /// A bank account.
    CipherBankAccount {
        /// The bank.
        bank_name <= 1000;
        /// Whose it is.
        name_on_account <= 1000;
        /// Its kind.
        account_type <= 1000;
        /// Its number.
        account_number <= 1000;
        /// The number transfers are routed by.
        routing_number <= 1000;
        /// The branch.
        branch_number <= 1000;
        /// Its PIN.
        pin <= 1000;
        /// The bank's SWIFT code.
        swift_code <= 1000;
        /// Its IBAN.
        iban <= 1000;
        /// The bank's telephone number.
        bank_contact_phone <= 1000;
    }

    /// A driving licence.
    CipherDriversLicense {
        /// The first name on it.
        first_name <= 1000;
        /// The middle name on it.
        middle_name <= 1000;
        /// The last name on it.
        last_name <= 1000;
        /// The date of birth on it.
        date_of_birth <= 1000;
        /// Its number.
        license_number <= 1000;
        /// The country that issued it.
        issuing_country <= 1000;
        /// The state that issued it.
        issuing_state <= 1000;
        /// When it was issued.
        issue_date <= 1000;
        /// Who issued it.
        issuing_authority <= 1000;
        /// When it ends.
        expiration_date <= 1000;
        /// What it is good for.
        license_class <= 1000;
    }

    /// A passport.
    CipherPassport {
        /// The surname on it.
        surname <= 1000;
        /// The given name on it.
        given_name <= 1000;
        /// The date of birth on it.
        date_of_birth <= 1000;
        /// The sex on it.
        sex <= 1000;
        /// The place of birth on it.
        birth_place <= 1000;
        /// The nationality on it.
        nationality <= 1000;
        /// Its number.
        passport_number <= 1000;
        /// Its kind.
        passport_type <= 1000;
        /// The country that issued it.
        issuing_country <= 1000;
        /// Who issued it.
        issuing_authority <= 1000;
        /// When it was issued.
        issue_date <= 1000;
        /// When it ends.
        expiration_date <= 1000;
        /// The number of the person in the country.
        national_identification_number <= 1000;
    }
}

/// A note has nothing of its own: what it says is in the item's notes.
#[derive(Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(default)]
pub struct CipherSecureNote {
    /// 0: there is one kind.
    #[serde(rename = "type")]
    pub kind: i64,
}

/// A field of the person's own.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct CipherField {
    /// 0 text, 1 hidden, 2 yes or no, 3 the same as another.
    #[serde(rename = "type")]
    pub kind: i64,
    /// What it is called.
    #[serde(default)]
    pub name: Option<String>,
    /// What it says.
    #[serde(default)]
    pub value: Option<String>,
    /// Which other it is the same as.
    #[serde(default)]
    pub linked_id: Option<i64>,
}

/// A password an item once had.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct CipherPasswordHistory {
    /// The password.
    #[serde(default)]
    pub password: Option<String>,
    /// Until when it was used.
    pub last_used_date: DateTime<Utc>,
}

/// What an item says.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct CipherContent {
    /// 1 login, 2 note, 3 card, 4 identity, 5 SSH key, 6 bank account, 7 driving licence, 8 passport.
    #[serde(rename = "type")]
    pub kind: i64,
    /// 1: clients ask for the master password before they show it.
    #[serde(default)]
    pub reprompt: i64,
    /// The key of the item, wrapped by that of the person or the organization.
    #[serde(default)]
    pub key: Option<String>,
    /// What it is called.
    #[serde(default)]
    pub name: String,
    /// Notes.
    #[serde(default)]
    pub notes: Option<String>,
    /// Fields of the person's own.
    #[serde(default)]
    pub fields: Option<Vec<CipherField>>,
    /// Passwords it once had.
    #[serde(default)]
    pub password_history: Option<Vec<CipherPasswordHistory>>,
    /// Of a login.
    #[serde(default)]
    pub login: Option<CipherLogin>,
    /// Of a card.
    #[serde(default)]
    pub card: Option<CipherCard>,
    /// Of an identity.
    #[serde(default)]
    pub identity: Option<CipherIdentity>,
    /// Of a note.
    #[serde(default)]
    pub secure_note: Option<CipherSecureNote>,
    /// Of an SSH key.
    #[serde(default)]
    pub ssh_key: Option<CipherSshKey>,
    /// Of a bank account.
    #[serde(default)]
    pub bank_account: Option<CipherBankAccount>,
    /// Of a driving licence.
    #[serde(default)]
    pub drivers_license: Option<CipherDriversLicense>,
    /// Of a passport.
    #[serde(default)]
    pub passport: Option<CipherPassport>,
    /// Everything as one encrypted text, as clients to come will send it.
    #[serde(default)]
    pub data: Option<String>,
}

impl CipherContent {
    /// What it says with nothing in it that does not belong to its kind, and that kind.
    ///
    /// # Errors
    ///
    /// [`Misshapen`], with every field that is not encrypted, missing or too long.
    pub fn checked(mut self) -> Result<(CipherKind, String), Misshapen> {
        let unknown = || Misshapen(vec![("type".to_owned(), Unkept::Unknown)]);
        let kind = self.meant(CipherKind::from_number(self.kind).ok_or_else(unknown)?);
        self.keep_only(kind);
        let mut check = Check::default();
        self.look(&mut check);
        check.end()?;
        if let Some(login) = &mut self.login {
            login.settle();
        }
        let body = serde_json::to_string(&self).unwrap_or_default();
        if body.is_empty() || body.len() > LONGEST {
            return Err(Misshapen(vec![("data".to_owned(), Unkept::TooLong(LONGEST))]));
        }
        Ok((kind, body))
    }

    /// One client calls every new item a login and fills in what it really is.
    fn meant(&self, said: CipherKind) -> CipherKind {
        let filled: Vec<CipherKind> =
            CipherKind::ALL.iter().copied().filter(|kind| self.has(*kind)).collect();
        match filled.as_slice() {
            [other] if !self.has(said) && self.data.is_none() => *other,
            _ => said,
        }
    }

    fn has(&self, kind: CipherKind) -> bool {
        match kind {
            CipherKind::Login => self.login.is_some(),
            CipherKind::SecureNote => self.secure_note.is_some(),
            CipherKind::Card => self.card.is_some(),
            CipherKind::Identity => self.identity.is_some(),
            CipherKind::SshKey => self.ssh_key.is_some(),
            CipherKind::BankAccount => self.bank_account.is_some(),
            CipherKind::DriversLicense => self.drivers_license.is_some(),
            CipherKind::Passport => self.passport.is_some(),
        }
    }

    fn keep_only(&mut self, kind: CipherKind) {
        self.kind = kind.number();
        self.login = self.login.take().filter(|_| kind == CipherKind::Login);
        self.card = self.card.take().filter(|_| kind == CipherKind::Card);
        self.identity = self.identity.take().filter(|_| kind == CipherKind::Identity);
        self.secure_note =
            (kind == CipherKind::SecureNote).then(|| self.secure_note.unwrap_or_default());
        self.ssh_key = self.ssh_key.take().filter(|_| kind == CipherKind::SshKey);
        self.bank_account = self.bank_account.take().filter(|_| kind == CipherKind::BankAccount);
        self.drivers_license =
            self.drivers_license.take().filter(|_| kind == CipherKind::DriversLicense);
        self.passport = self.passport.take().filter(|_| kind == CipherKind::Passport);
    }

    fn look(&self, check: &mut Check) {
        check.required("name", Some(self.name.as_str()).filter(|name| !name.is_empty()), 1000);
        check.encrypted("notes", self.notes.as_deref(), 10_000);
        check.encrypted("key", self.key.as_deref(), 1000);
        check.encrypted("data", self.data.as_deref(), LONGEST);
        check.one_of("reprompt", self.reprompt, 0..=1);
        for (n, field) in self.fields.iter().flatten().enumerate() {
            check.within(&format!("fields[{n}]"), |check| {
                check.one_of("type", field.kind, 0..=3);
                check.encrypted("name", field.name.as_deref(), 1000);
                check.encrypted("value", field.value.as_deref(), 5000);
            });
        }
        for (n, old) in self.password_history.iter().flatten().enumerate() {
            check.within(&format!("password_history[{n}]"), |check| {
                check.required("password", old.password.as_deref(), 5000);
            });
        }
        self.look_at_the_rest(check);
    }

    /// What is of its kind; an item of a kind has it, unless it is all in one text.
    fn look_at_the_rest(&self, check: &mut Check) {
        macro_rules! each {
            ($($kind:ident: $field:ident),+ $(,)?) => {
                match CipherKind::from_number(self.kind) {
                    $(Some(CipherKind::$kind) => match &self.$field {
                        Some(it) => check.within(stringify!($field), |check| it.look(check)),
                        None if self.data.is_none() => {
                            check.wrong(stringify!($field), Unkept::Missing);
                        }
                        None => (),
                    },)+
                    Some(CipherKind::SecureNote) | None => (),
                }
            };
        }
        each! {
            Login: login,
            Card: card,
            Identity: identity,
            SshKey: ssh_key,
            BankAccount: bank_account,
            DriversLicense: drivers_license,
            Passport: passport,
        }
        // Phones give up on the whole answer when one of these is missing.
        if let Some(key) = &self.ssh_key {
            check.within("ssh_key", |check| {
                let all = [
                    ("private_key", &key.private_key),
                    ("public_key", &key.public_key),
                    ("key_fingerprint", &key.key_fingerprint),
                ];
                for (field, text) in all {
                    if text.is_none() {
                        check.wrong(field, Unkept::Missing);
                    }
                }
            });
        }
    }
}

/// `new` with the passwords and hidden fields that `kept` has, as someone changes it who does not
/// see them; nothing when it is of another kind or key, and so could not be read with them.
pub fn keeping_secrets(new: &str, kept: &str) -> Option<String> {
    let mut new: CipherContent = serde_json::from_str(new).ok()?;
    let kept: CipherContent = serde_json::from_str(kept).ok()?;
    if new.kind != kept.kind || new.key != kept.key || new.data.is_some() || kept.data.is_some() {
        return None;
    }
    if let (Some(login), Some(before)) = (&mut new.login, kept.login) {
        login.keep_secrets_of(before);
    }
    let hidden = |fields: Option<Vec<CipherField>>, wanted: bool| {
        fields.into_iter().flatten().filter(move |field| (field.kind == HIDDEN) == wanted)
    };
    let fields: Vec<CipherField> =
        hidden(new.fields, false).chain(hidden(kept.fields, true)).collect();
    new.fields = Some(fields);
    new.password_history = kept.password_history;
    serde_json::to_string(&new).ok()
}

#[cfg(test)]
mod tests;
