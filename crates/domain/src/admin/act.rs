//! What operators do, as the portal writes it down.

/// Declares what operators do; the words are kept in the database and never change their meaning.
macro_rules! acts {
    ($($(#[$doc:meta])* $name:ident = $word:literal;)+) => {
        /// Something an operator does.
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub enum Act { $($(#[$doc])* $name),+ }

        impl Act {
            /// Every one, in the order of declaration.
            pub const ALL: &[Self] = &[$(Self::$name),+];

            /// The word it is written down under.
            pub const fn word(self) -> &'static str {
                match self { $(Self::$name => $word),+ }
            }
        }
    };
}

acts! {
    /// Someone became an operator.
    AddOperator = "operator.add";
    /// Someone is no operator any more.
    RemoveOperator = "operator.remove";
    /// An operator signed in.
    SignIn = "operator.sign-in";
    /// An operator signed in with a recovery code.
    SignInByRecovery = "operator.sign-in-by-recovery";
    /// An operator set an authenticator up.
    BeginSecondStep = "operator.second-step-on";
    /// An operator's authenticator was removed.
    EndSecondStep = "operator.second-step-off";
    /// An operator made new recovery codes.
    RenewRecoveryCodes = "operator.recovery-codes";
    /// An organization was deleted.
    DeleteOrganization = "organization.delete";
    /// An organization was synced with its cloud organization.
    SyncOrganization = "organization.sync";
    /// An organization works again.
    EnableOrganization = "organization.enable";
    /// An organization was stopped.
    DisableOrganization = "organization.disable";
    /// An organization may use something no plan includes, or no longer.
    GrantFeature = "organization.grant";
    /// An organization has another number of seats.
    SetSeats = "organization.seats";
    /// Another licence was applied to an organization.
    ApplyLicense = "organization.license";
    /// The paid period of an organization ends at another time.
    SetPeriod = "organization.period";
    /// Someone may sign in again.
    EnableUser = "user.enable";
    /// Someone may not sign in.
    DisableUser = "user.disable";
    /// An account was deleted.
    DeleteUser = "user.delete";
    /// Someone was mailed the link that verifies their address.
    VerifyMail = "user.verify-mail";
    /// An installation was made.
    CreateInstallation = "installation.create";
    /// An installation got another key.
    RotateInstallation = "installation.rotate";
    /// An installation may sign in again.
    EnableInstallation = "installation.enable";
    /// An installation may not sign in.
    DisableInstallation = "installation.disable";
    /// A licence was made and handed out.
    GenerateLicense = "license.generate";
    /// Premium features were opened to someone.
    GrantPremium = "user.grant-premium";
    /// Premium features were closed to someone.
    WithdrawPremium = "user.withdraw-premium";
    /// Someone's mail was read.
    ReadMail = "mail.read";
    /// A mail was tried again.
    RetryMail = "mail.retry";
    /// The hosts this server talks to were tried.
    CheckEgress = "egress.check";
    /// A job was tried again.
    RetryJob = "job.retry";
    /// A job was taken out of the queue.
    CancelJob = "job.cancel";
}

#[cfg(test)]
mod tests {
    use super::Act;

    #[test]
    fn each_act_has_a_word_of_its_own_below_what_it_is_done_to() {
        let words: std::collections::BTreeSet<_> = Act::ALL.iter().map(|act| act.word()).collect();
        assert_eq!(words.len(), Act::ALL.len());
        for word in words {
            assert!(
                word.split_once('.').is_some_and(|(to, what)| !to.is_empty() && !what.is_empty())
            );
        }
    }
}
