//! Giving a sponsorship, sending the offer, redeeming it.

use anyhow::{Context, Result, ensure};
use uuid::Uuid;

use super::operator::sync_now;
use crate::{
    fault_proxy::Fault,
    person::{Label, Person, Plan, Proof, Side},
    story::{
        Teller, World,
        world::{day, join},
    },
};

/// Who sponsors whom.
pub const GIFTS: [(&str, &str); 3] = [
    ("member@example.com", NEWCOMER),
    ("colleague@example.com", CUSTOMER),
    ("trainee@example.com", FORGETFUL),
];
/// Has no account on the cloud.
pub const NEWCOMER: &str = "newcomer@home.example";
/// Has one, and a Families organization.
pub const CUSTOMER: &str = "customer@home.example";
/// Never redeems.
pub const FORGETFUL: &str = "forgetful@home.example";

const PLACE: &str = "accept-families-for-enterprise";

/// What a member's own page says of the sponsorship they gave.
pub async fn label(world: &World, member: &str) -> Result<Option<Label>> {
    let profile = world.member(member)?.sync().await?;
    let mut found = profile.organizations.iter().filter(|one| one.id == world.organization);
    Ok(found.next().context("the member has left")?.sponsorship(true))
}

pub async fn sponsor(world: &mut World, teller: &mut Teller) -> Result<()> {
    // Changes are told within seconds; without the line, people see what waits.
    world.line.set(Fault::Unreachable);
    // One recipient is known to the cloud before anybody sponsors them.
    let mut customer = world.somebody(CUSTOMER)?;
    join(&world.cloud, &mut customer).await?;
    let made = customer.create_organization("Existing family", Plan::Families, 0).await?;
    world.families.push((customer, made.id));

    let member = world.member("member@example.com")?;
    let to_oneself = member.sponsor(Side::SelfHosted, world.organization, "Member@example.com")?;
    teller.saw(&(teller.words.gift.not_to_oneself)(&to_oneself.refused(400).await?))?;
    for (sponsor, recipient) in GIFTS {
        let sponsor_call =
            world.member(sponsor)?.sponsor(Side::SelfHosted, world.organization, recipient)?;
        sponsor_call.done().await?;
        let label = label(world, sponsor).await?;
        ensure!(label == Some(Label::Requested), "{recipient} is {label:?}, not awaiting sync");
        teller.saw(&(teller.words.gift.awaiting_sync)(recipient))?;
    }
    for (_, recipient) in GIFTS {
        for server in [&world.cloud, &world.own] {
            let mails = server.mails_to(recipient).await?;
            let offers = mails.iter().filter(|mail| mail.link(PLACE).is_ok()).count();
            ensure!(offers == 0, "{recipient} got a mail before the sync: {mails:?}");
        }
    }
    teller.saw(teller.words.gift.no_mail_yet)
}

pub async fn sent(world: &mut World, teller: &mut Teller) -> Result<()> {
    world.line.set(Fault::None);
    sync_now(world).await?;
    for (sponsor, recipient) in GIFTS {
        let label = label(world, sponsor).await?;
        ensure!(label == Some(Label::Sent), "{recipient} is {label:?}, not sent");
        teller.saw(&(teller.words.gift.sent)(recipient))?;
        let (mail, link) = world.cloud.mailed_link(recipient, PLACE).await?;
        ensure!(link.origin() == world.cloud.url(), "the link leads elsewhere: {}", mail.text);
        ensure!(mail.text.contains("Acme"), "the mail does not name the sponsor: {}", mail.text);
        ensure!(link.parameter("email")? == recipient, "the link is for somebody else");
        let newcomer = recipient != CUSTOMER;
        ensure!(link.carries("register") == newcomer, "wrong kind of link: {}", mail.text);
        let words = &teller.words.gift;
        let told = if newcomer { words.mail_to_newcomer } else { words.mail_to_customer };
        teller.saw(&told(&mail.subject))?;
    }
    Ok(())
}

/// The token in the mail to a recipient.
pub async fn mailed_token(world: &World, recipient: &str) -> Result<String> {
    world.cloud.mailed_link(recipient, PLACE).await?.1.parameter("token")
}

pub async fn redeem_new(world: &mut World, teller: &mut Teller) -> Result<()> {
    let token = mailed_token(world, NEWCOMER).await?;
    ensure!(
        token.starts_with("BWOrganizationSponsorship_"),
        "clients know the token by its prefix"
    );
    let stranger = world.somebody("stranger@home.example")?;
    stranger.refused_to_register(&Proof::Sponsored(token.clone())).await?;
    let check = world.cloud_owner.check_offer(&token).await?;
    ensure!(!check.is_token_valid, "somebody else's offer is valid");
    teller.saw(teller.words.gift.not_for_others)?;

    let mut newcomer = world.somebody(NEWCOMER)?;
    newcomer.register(&Proof::Sponsored(token.clone())).await?;
    newcomer.log_in().await?;
    teller.saw(teller.words.gift.account_made)?;
    let made = newcomer.create_organization("New family", Plan::Families, 0).await?;
    redeem(&newcomer, &token, made.id).await?;
    teller.saw(&(teller.words.gift.redeemed)(&made.name))?;
    let again = newcomer.redeem(&token, made.id)?.refused(400).await?;
    teller.saw(&(teller.words.gift.used_link)(&again))?;
    world.families.push((newcomer, made.id));
    Ok(())
}

pub async fn redeem_existing(world: &mut World, teller: &mut Teller) -> Result<()> {
    let token = mailed_token(world, CUSTOMER).await?;
    let (customer, family) = family(world, CUSTOMER)?;
    // An organization one does not own cannot be sponsored.
    let theirs = family_of(world, NEWCOMER)?;
    customer.redeem(&token, theirs)?.refused(400).await?;
    redeem(customer, &token, family).await?;
    teller.saw(&(teller.words.gift.redeemed)("Existing family"))
}

async fn redeem(recipient: &Person, token: &str, family: Uuid) -> Result<()> {
    let check = recipient.check_offer(token).await?;
    ensure!(check.is_token_valid, "the offer is not valid for its recipient");
    ensure!(!check.is_free_family_policy_enabled, "nobody switched sponsorships off");
    recipient.redeem(token, family)?.done().await?;
    ensure!(!recipient.check_offer(token).await?.is_token_valid, "the offer can be used again");
    Ok(())
}

/// A recipient and their Families organization.
pub fn family<'a>(world: &'a World, recipient: &str) -> Result<(&'a Person, Uuid)> {
    let mut found = world.families.iter().filter(|(person, _)| person.email() == recipient);
    let (person, family) = found.next().with_context(|| format!("{recipient} has no family"))?;
    Ok((person, *family))
}

fn family_of(world: &World, recipient: &str) -> Result<Uuid> {
    Ok(family(world, recipient)?.1)
}

pub async fn active(world: &mut World, teller: &mut Teller) -> Result<()> {
    sync_now(world).await?;
    for (sponsor, recipient) in GIFTS.into_iter().filter(|(_, to)| *to != FORGETFUL) {
        let Some(Label::Active { until }) = label(world, sponsor).await? else {
            anyhow::bail!("{recipient} is {:?}, not active", label(world, sponsor).await?);
        };
        teller.saw(&(teller.words.gift.active)(recipient, &day(until)))?;
    }
    let label = label(world, "trainee@example.com").await?;
    ensure!(label == Some(Label::Sent), "{FORGETFUL} did not redeem, but is {label:?}");
    for (_, recipient) in GIFTS {
        let mails = world.cloud.mails_to(recipient).await?;
        let offers = mails.iter().filter(|mail| mail.link(PLACE).is_ok()).count();
        ensure!(offers == 1, "{recipient} got the offer {offers} times");
    }
    Ok(())
}
