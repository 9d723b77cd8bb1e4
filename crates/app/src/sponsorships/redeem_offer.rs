//! An offer is redeemed: a Families organization is free from now on.

use chrono::{DateTime, Utc};
use domain::{
    accounts::User,
    authz::{Actor, Permit, ReceiveSponsorship},
    billing::{PlanType, Subscription},
    events::EventKind,
    id::Id,
    organizations::Organization,
    sponsorships::{
        Gift, Reason, RedeemRefusal, Redemption, Sponsorship, judge_redemption, sponsored,
    },
};
use store::{StoreError, Tx, outbox::Event, sponsorships::SponsorRecord};

use crate::{
    App,
    fault::{Fault, Kind},
    mail::{Envelope, Letter},
};

/// Why an offer was not redeemed.
#[derive(Debug, thiserror::Error)]
pub enum RedeemOfferError {
    /// A rule is broken.
    #[error(transparent)]
    Refused(#[from] RedeemRefusal),
    /// The database failed.
    #[error(transparent)]
    Store(StoreError),
}

impl From<StoreError> for RedeemOfferError {
    fn from(error: StoreError) -> Self {
        match error {
            // Someone else was faster with the same organization: the index sees to it.
            StoreError::Duplicate => Self::Refused(RedeemRefusal::Sponsored),
            other => Self::Store(other),
        }
    }
}

impl Fault for RedeemOfferError {
    fn kind(&self) -> Kind {
        match self {
            Self::Refused(_) => Kind::Invalid,
            Self::Store(error) => error.kind(),
        }
    }

    fn code(&self) -> Option<&'static str> {
        match self {
            Self::Refused(refusal) => Some(refusal.code()),
            Self::Store(_) => None,
        }
    }
}

impl App {
    /// Redeems the offer behind `token` for `families`, which `user` must own: it costs nothing
    /// until its period ends, and what was paid for the rest of it becomes credit.
    ///
    /// # Errors
    ///
    /// The first rule that is broken. An offer that is too old ends then.
    pub async fn redeem_offer(
        &self,
        user: Id<User>,
        token: &str,
        families: Id<Organization>,
        kind: i64,
    ) -> Result<(), RedeemOfferError> {
        let now = self.now();
        let mut tx = self.db.write().await?;
        let account = tx.account(user).await?.ok_or(RedeemRefusal::BadToken)?;
        let first = self.offer_behind(&mut tx, token, &account.email).await?;
        let sponsor = first.ok_or(RedeemRefusal::BadToken)?.gift().organization;
        let sponsor = sponsor.ok_or(RedeemRefusal::NoOffer)?;
        tx.lock_sponsorships(sponsor).await?;
        let offer = self.offer_behind(&mut tx, token, &account.email).await?;
        let offer = offer.ok_or(RedeemRefusal::BadToken)?;

        let standing = tx.standing(families, user).await?;
        let permit = Permit::<ReceiveSponsorship>::ask(Actor::User(user), families, standing).ok();
        let mut both = tx.sponsors(&[sponsor, families]).await?;
        both.sort_by_key(|record| record.id != sponsor);
        let [giving, receiving] = both.as_slice() else {
            return Err(RedeemRefusal::NotOwner.into());
        };
        let redemption = Redemption {
            owns: permit.is_some(),
            forbidden: giving.facts.forbids,
            sponsorship: Some(offer.clone()),
            sponsored_already: tx.sponsorship_on(families).await?.is_some(),
            known_type: kind == 0,
            families_plan: receiving.families,
            sponsor_synced_at: giving.facts.last_sync_at,
        };
        let offered = match judge_redemption(redemption, now) {
            Ok(offered) => offered,
            Err(RedeemRefusal::Expired) => {
                self.expire(tx, sponsor, offer, now).await?;
                return Err(RedeemRefusal::Expired.into());
            }
            Err(refusal) => return Err(refusal.into()),
        };

        let until = self.make_free(&mut tx, families, now).await?;
        let mut rows = [Sponsorship::Active(offered.redeem(Some(families), Some(until), now))];
        tx.save_sponsorships(Some(sponsor), &mut rows).await?;
        let [row] = rows;
        let gift = row.gift();
        self.tell_sponsor(&mut tx, giving, gift, now).await?;
        let given = Event::of(EventKind::SponsorshipRedeemed, sponsor).about(gift.id.uuid());
        let mut events = vec![given];
        if let Some(permit) = &permit {
            events.push(Event::by(EventKind::SponsorshipRedeemed, permit).about(gift.id.uuid()));
        }
        tx.record_all(&events, now).await?;
        tx.commit().await?;
        Ok(())
    }

    async fn expire(
        &self,
        mut tx: Tx,
        sponsor: Id<Organization>,
        offer: Sponsorship,
        now: DateTime<Utc>,
    ) -> Result<(), StoreError> {
        let Sponsorship::Offered(offered) = offer else { return Ok(()) };
        let mut rows = [Sponsorship::Ended(offered.withdraw(Reason::Expired, now))];
        tx.save_sponsorships(Some(sponsor), &mut rows).await?;
        let [row] = &rows;
        let event = Event::of(EventKind::SponsorshipEnded, sponsor);
        tx.record(event.about(row.gift().id.uuid()), now).await?;
        tx.commit().await
    }

    /// Sets the price of a Families organization to zero; answers until when.
    async fn make_free(
        &self,
        tx: &mut Tx,
        families: Id<Organization>,
        now: DateTime<Utc>,
    ) -> Result<DateTime<Utc>, StoreError> {
        let plan = match tx.organization(families).await? {
            Some(organization) => organization.entitlements.plan,
            None => PlanType::FamiliesAnnually,
        };
        let before = tx.subscription(families).await?;
        let before = before.unwrap_or_else(|| Subscription::start(families, plan, false, now));
        let free = sponsored(&before, plan.plan().base_price, now);
        tx.save_subscriptions(std::slice::from_ref(&free), now).await?;
        tx.set_free_until(&[(families, Some(free.period_ends_at))], now).await?;
        Ok(free.period_ends_at)
    }

    /// Tells the member whose gift was taken, if they have an account here.
    async fn tell_sponsor(
        &self,
        tx: &mut Tx,
        sponsor: &SponsorRecord,
        gift: &Gift,
        now: DateTime<Utc>,
    ) -> Result<(), StoreError> {
        let member = tx.membership(sponsor.id, gift.member).await?;
        let Some(user) = member.and_then(|member| member.user()) else { return Ok(()) };
        let Some(account) = tx.account(user).await? else { return Ok(()) };
        let envelope = Envelope {
            to: account.email,
            culture: Some(account.culture),
            dedupe_key: format!("sponsorship-accepted:{}", gift.id),
            letter: Letter::SponsorshipAccepted {
                organization: sponsor.name.clone(),
                recipient: gift.recipient.email.clone(),
            },
        };
        self.post(tx, &[envelope], now).await
    }
}
