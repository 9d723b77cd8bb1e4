//! Someone makes an organization, on the cloud.

use domain::{
    accounts::User,
    billing::{PlanType, Subscription},
    id::Id,
    organizations::{
        CollectionRules, Entitlements, Founder, Founding, Organization, Role, Unnameable,
        checked_business_name, checked_name, is_plain,
        membership::{Door, JoinPolicies, JoinRefusal},
    },
};
use store::{StoreError, organizations::OrganizationRecord};

use crate::{
    App,
    fault::{Fault, Kind},
    ports::{Order, PaymentError},
};

/// What someone asks for who makes an organization.
#[derive(Debug, Clone, Default)]
pub struct NewOrganization {
    /// Its name.
    pub name: String,
    /// Where its bills go.
    pub billing_email: String,
    /// The name of the company behind it.
    pub business_name: Option<String>,
    /// The plan, by the protocol's number.
    pub plan: i64,
    /// The organization key, wrapped for the founder.
    pub key: String,
    /// Its public key, and its private key wrapped by its own key.
    pub keys: Option<(String, String)>,
    /// The encrypted name of a first collection.
    pub collection_name: Option<String>,
    /// Seats beside those of the plan.
    pub additional_seats: i64,
    /// Storage beside that of the plan.
    pub additional_storage_gb: i64,
    /// Up to how many seats it grows by itself.
    pub max_autoscale_seats: Option<i64>,
    /// What the payment service knows the means of payment by.
    pub payment_token: Option<String>,
    /// Whether it is paid from the first day on.
    pub skip_trial: bool,
    /// Whether it begins without any means of payment.
    pub without_payment: bool,
}

/// Why an organization could not be made.
#[derive(Debug, thiserror::Error)]
pub enum CreateOrganizationError {
    /// The name does not do.
    #[error(transparent)]
    Name(#[from] Unnameable),
    /// The name of the company does not do.
    #[error(
        "The business name may have at most 50 characters, and neither the character | nor control \
         characters."
    )]
    BusinessName,
    /// The billing address is no mail address.
    #[error("The BillingEmail field is not a valid e-mail address.")]
    BillingEmail,
    /// The key is not one that was wrapped for a person.
    #[error("The organization key must be encrypted for its founder.")]
    NoKey,
    /// Nobody can buy this plan any more, or ever could.
    #[error("Plan not found.")]
    NotOffered,
    /// Out of range.
    #[error("Seats and storage are added in whole numbers, storage up to 99 GB.")]
    Amounts,
    /// The person is kept from it by an organization they are in.
    #[error(transparent)]
    KeptOut(#[from] JoinRefusal),
    /// Payment failed.
    #[error(transparent)]
    Payment(#[from] PaymentError),
    /// The database failed.
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl Fault for CreateOrganizationError {
    fn kind(&self) -> Kind {
        match self {
            Self::Name(_)
            | Self::BusinessName
            | Self::BillingEmail
            | Self::NoKey
            | Self::NotOffered
            | Self::Amounts
            | Self::KeptOut(_)
            | Self::Payment(_) => Kind::Invalid,
            Self::Store(error) => error.kind(),
        }
    }

    fn code(&self) -> Option<&'static str> {
        Some(match self {
            Self::NotOffered => "plan_not_offered",
            Self::KeptOut(JoinRefusal::FreeElsewhere) => "second_free_organization",
            Self::Payment(_) => "payment_required",
            _ => return None,
        })
    }

    fn fields(&self) -> Vec<(String, String)> {
        let field = match self {
            Self::Name(_) => "Name",
            Self::BusinessName => "BusinessName",
            Self::BillingEmail => "BillingEmail",
            Self::NoKey => "Key",
            _ => return Vec::new(),
        };
        vec![(field.to_owned(), self.to_string())]
    }
}

/// Whether `text` looks like a mail address; who reads the mail proves the rest.
pub(super) fn is_address(text: &str) -> bool {
    text.chars().count() <= 256
        && is_plain(text)
        && !text.contains(char::is_whitespace)
        && text.split_once('@').is_some_and(|(local, host)| !local.is_empty() && !host.is_empty())
}

impl App {
    /// Makes an organization of `user`'s, who becomes its first owner.
    ///
    /// # Errors
    ///
    /// See [`CreateOrganizationError`].
    pub async fn create_organization(
        &self,
        user: Id<User>,
        wanted: NewOrganization,
    ) -> Result<OrganizationRecord, CreateOrganizationError> {
        let founding = self.founding(user, &wanted)?;
        let plan = founding.entitlements.plan;
        let door = Door { policies: JoinPolicies::default(), free: plan == PlanType::Free };
        let person = self.db.read().await?.applicant(user, founding.id).await?;
        door.admit(Role::Owner, person)?;

        if plan != PlanType::Free && !wanted.without_payment {
            let order = Order {
                organization: founding.id,
                entitlements: founding.entitlements,
                payment_token: wanted.payment_token.clone(),
            };
            self.ports.payments.open(&order).await?;
        }

        let now = self.now();
        let with_trial = !wanted.skip_trial;
        let subscription = Subscription::start(founding.id, plan, with_trial, now);
        let mut tx = self.db.write().await?;
        // Looked at again, now that nobody else can join in between on SQLite.
        door.admit(Role::Owner, tx.applicant(user, founding.id).await?)?;
        tx.found_organization(&founding, now).await?;
        tx.save_subscriptions(&[subscription], now).await?;
        tx.touch_account(user, now).await?;
        let made = tx.organization(founding.id).await?;
        tx.commit().await?;
        made.ok_or(CreateOrganizationError::Store(StoreError::Lost(0)))
    }

    fn founding(
        &self,
        user: Id<User>,
        wanted: &NewOrganization,
    ) -> Result<Founding, CreateOrganizationError> {
        let plan = PlanType::from_number(wanted.plan)
            .filter(|plan| plan.is_offered())
            .ok_or(CreateOrganizationError::NotOffered)?;
        let billing_email = wanted.billing_email.trim().to_lowercase();
        if !is_address(&billing_email) {
            return Err(CreateOrganizationError::BillingEmail);
        }
        if !wanted.key.starts_with("4.") {
            return Err(CreateOrganizationError::NoKey);
        }
        let (seats, storage) = (wanted.additional_seats, wanted.additional_storage_gb);
        if !(0..=1_000_000).contains(&seats) || !(0..=99).contains(&storage) {
            return Err(CreateOrganizationError::Amounts);
        }
        let business_name = checked_business_name(wanted.business_name.as_deref())
            .map_err(|_| CreateOrganizationError::BusinessName)?;
        let (public_key, private_key) = wanted.keys.clone().unzip();
        let id: Id<Organization> = self.id();
        Ok(Founding {
            id,
            name: checked_name(&wanted.name)?,
            billing_email,
            business_name,
            entitlements: Entitlements::of(plan, seats, storage),
            collection_rules: CollectionRules::NONE,
            max_autoscale_seats: wanted.max_autoscale_seats,
            public_key,
            private_key,
            license_key: self.alphanumeric(20),
            expires_at: None,
            expires_without_grace_at: None,
            founder: Founder { member: self.id(), user, key: wanted.key.clone() },
            collection: wanted.collection_name.clone().map(|name| (self.id(), name)),
        })
    }
}
