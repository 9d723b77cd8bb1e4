//! A member offers a Families organization, in their own name or in the organization's.

use domain::{
    accounts::User,
    authz::{GiveSponsorship, ManageSponsorships, Permit},
    events::EventKind,
    id::Id,
    organizations::{Member, Organization},
    sponsorships::{Gift, Offering, Recipient, Sponsor, Sponsorship, judge_offer},
};
use store::{Tx, outbox::Event, sponsorships::SponsorRecord};

use super::{SponsorshipError, keep::Mailing};
use crate::App;

/// Whoever offers: who they are, and what they offer for.
pub(super) struct Giver {
    pub member: Id<Member>,
    pub email: String,
    pub sponsor: SponsorRecord,
}

impl App {
    /// Offers `recipient` a Families organization. With the right to manage sponsorships it is
    /// given in the organization's name; without, in the member's own, who has one: an open offer
    /// of theirs goes to the new recipient.
    ///
    /// # Errors
    ///
    /// The first rule that is broken.
    pub async fn offer_sponsorship(
        &self,
        permit: Permit<GiveSponsorship>,
        in_its_name: Option<Permit<ManageSponsorships>>,
        recipient: Recipient,
    ) -> Result<Sponsorship, SponsorshipError> {
        let (now, organization) = (self.now(), permit.organization());
        let admin_initiated = in_its_name.is_some();
        let mut tx = self.db.write().await?;
        let giver = self.giver(&mut tx, organization, permit.actor().user()).await?;
        let own = tx.own_sponsorship(organization, giver.member).await?;
        let same = tx.sponsorships_for(organization, &[recipient.key()]).await?.pop();

        let seats = tx.sponsor_seats(organization, now).await?;
        let (mut free_seats, mut added) = (seats.free(), false);
        if admin_initiated
            && free_seats.is_some_and(|free| free < 1)
            && self.ports.sponsorship_desk.adds_seats()
        {
            added = tx.add_seats(organization, 1, now).await?;
            free_seats = free_seats.map(|free| free + i64::from(added));
        }
        let offering = Offering {
            recipient: &recipient.key(),
            admin_initiated,
            same_recipient: same.as_ref(),
            own: own.as_ref(),
        };
        judge_offer(&giver.sponsor_for(free_seats), &offering)?;
        let to = [recipient.email.clone()];
        if !self.offered_enough(&mut tx, organization, &to, now).await?.is_empty() {
            return Err(SponsorshipError::MailedOften);
        }

        let row = match own.filter(|_| !admin_initiated) {
            Some(own) => own.readdress(recipient, now)?,
            None => {
                let member = giver.member;
                let gift =
                    Gift::new(self.id(), organization, member, admin_initiated, recipient, now);
                self.ports.sponsorship_desk.open(gift)
            }
        };
        let mut rows = [row];
        self.keep_sponsorships(&mut tx, &giver.sponsor, &mut rows, Mailing::Offers, now).await?;
        let [row] = rows;
        let event = Event::by(EventKind::SponsorshipOffered, &permit);
        let event = event.about(row.gift().id.uuid()).member(giver.member.uuid());
        tx.record(event, now).await?;
        tx.commit().await?;
        if added {
            tracing::info!(organization.id = %organization, "a seat was added for a sponsorship");
        }
        Ok(row)
    }

    /// Who offers, for an organization whose sponsorships nobody else changes until `tx` ends.
    pub(super) async fn giver(
        &self,
        tx: &mut Tx,
        organization: Id<Organization>,
        user: Option<Id<User>>,
    ) -> Result<Giver, SponsorshipError> {
        tx.lock_sponsorships(organization).await?;
        let sponsor = tx.sponsor(organization).await?;
        let sponsor = sponsor.ok_or(SponsorshipError::NoSuchOrganization)?;
        let user = user.ok_or(SponsorshipError::NotConfirmed)?;
        let membership = tx.membership_of(organization, user).await?;
        let membership = membership.ok_or(SponsorshipError::NotConfirmed)?;
        let account = tx.account(user).await?.ok_or(SponsorshipError::NotConfirmed)?;
        Ok(Giver { member: membership.seat().id, email: account.email, sponsor })
    }
}

impl Giver {
    pub(super) fn sponsor_for(&self, free_seats: Option<i64>) -> Sponsor<'_> {
        Sponsor {
            forbids: self.sponsor.facts.forbids,
            own_email: &self.email,
            enterprise: self.sponsor.facts.enterprise,
            admin_sponsoring: self.sponsor.facts.admin_sponsoring,
            free_seats,
        }
    }
}
