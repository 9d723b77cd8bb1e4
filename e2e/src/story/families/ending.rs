//! Taking a sponsorship back, before and after it was redeemed.

use anyhow::{Context, Result, ensure};

use super::{
    gift::{FORGETFUL, NEWCOMER, family, label, mailed_token},
    operator::{end_period, sync_now},
};
use crate::{
    fault_proxy::Fault,
    person::{Label, Proof, Side},
    story::{Teller, World, world::day},
};

pub async fn take_back(world: &mut World, teller: &mut Teller) -> Result<()> {
    let token = mailed_token(world, FORGETFUL).await?;
    world.line.set(Fault::Unreachable);
    let trainee = world.member("trainee@example.com")?;
    trainee.revoke_own_sponsorship(Side::SelfHosted, world.organization)?.done().await?;
    let waiting = label(world, "trainee@example.com").await?;
    ensure!(waiting == Some(Label::RemovedAwaitingSync), "{FORGETFUL} is {waiting:?}");
    teller.saw(&(teller.words.ending.removed_awaiting_sync)(FORGETFUL))?;
    world.line.set(Fault::None);

    sync_now(world).await?;
    let gone = label(world, "trainee@example.com").await?;
    ensure!(gone.is_none(), "{FORGETFUL} is still {gone:?}");
    teller.saw(&(teller.words.ending.gone)(FORGETFUL))?;
    world.somebody(FORGETFUL)?.refused_to_register(&Proof::Sponsored(token)).await?;
    teller.saw(teller.words.ending.link_dead)
}

pub async fn end_gift(world: &mut World, teller: &mut Teller) -> Result<()> {
    let member = world.member("member@example.com")?;
    member.revoke_own_sponsorship(Side::SelfHosted, world.organization)?.done().await?;
    sync_now(world).await?;
    let Some(Label::Expires { on }) = label(world, "member@example.com").await? else {
        anyhow::bail!("{NEWCOMER} is {:?}", label(world, "member@example.com").await?);
    };
    teller.saw(&(teller.words.ending.expires)(NEWCOMER, &day(on)))?;
    let (newcomer, family) = family(world, NEWCOMER)?;
    let profile = newcomer.sync().await?;
    let mut found = profile.organizations.iter().filter(|one| one.id == family);
    ensure!(found.next().context("the family is gone")?.enabled, "the family was switched off");
    teller.saw(&(teller.words.ending.still_free)("New family"))
}

pub async fn period_end(world: &mut World, teller: &mut Teller) -> Result<()> {
    let (newcomer, family) = family(world, NEWCOMER)?;
    end_period(world, family).await?;
    let mail = world.cloud.mail(newcomer.email(), "sponsorship_ended").await?;
    teller.saw(&(teller.words.ending.mail)(&mail.subject))?;
    teller.saw(&(teller.words.ending.ended)("New family"))?;
    sync_now(world).await?;
    let gone = label(world, "member@example.com").await?;
    ensure!(gone.is_none(), "{NEWCOMER} is still {gone:?}");
    teller.saw(&(teller.words.ending.gone)(NEWCOMER))
}
