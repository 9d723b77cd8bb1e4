// Written by `cargo xtask gen` from crates/domain/src/authz.rs.

/** Who may do what in an organization: `custom:…` names the right a custom role needs for it. */
export const CAN = {
  'organization.see': ['owner', 'admin', 'custom', 'user', 'provider', 'operator'],
  'organization.view': ['owner', 'provider', 'operator'],
  'organization.edit': ['owner'],
  'organization.collection-rules': ['owner'],
  'organization.leave': ['owner', 'admin', 'custom', 'user'],
  'organization.delete': ['owner', 'operator'],
  'organization.operate': ['operator'],
  'billing.view': ['owner', 'provider', 'operator'],
  'billing.manage': ['owner', 'provider'],
  'members.list': ['owner', 'admin', 'custom', 'user', 'provider', 'operator'],
  'members.manage': ['owner', 'admin', 'custom:manageUsers', 'provider'],
  'policies.manage': ['owner', 'admin', 'custom:managePolicies', 'provider'],
  'api-keys.manage': ['owner'],
  'scim.manage': ['owner', 'admin', 'custom:manageScim', 'provider'],
  'connections.manage': ['owner'],
  'license.manage': ['owner', 'operator'],
  'installations.manage': ['owner', 'operator'],
  'items.share': ['owner', 'admin', 'custom', 'user'],
  'collections.use': ['owner', 'admin', 'custom', 'user', 'provider'],
  'items.purge': ['owner', 'admin', 'custom:editAnyCollection', 'provider'],
  'sponsorships.give': ['owner', 'admin', 'custom', 'user'],
  'sponsorships.manage': ['owner', 'admin', 'custom:manageUsers', 'provider'],
  'sponsorships.receive': ['owner'],
  'sync.view': ['owner', 'operator'],
  'sync.now': ['owner', 'operator'],
  'events.view': ['owner', 'admin', 'custom:accessEventLogs', 'provider'],
} as const

/** Something that can be done to an organization. */
export type Action = keyof typeof CAN

/** What each action is. */
export const MEANING: Readonly<Record<Action, string>> = {
  'organization.see': 'See that the organization exists, and what it may use.',
  'organization.view': 'See the organization\'s details.',
  'organization.edit': 'Rename the organization, change its billing address and its keys.',
  'organization.collection-rules': 'Decide how collections are handled.',
  'organization.leave': 'Leave the organization.',
  'organization.delete': 'Delete the organization.',
  'organization.operate': 'Stop and start the organization, and grant what no plan includes.',
  'billing.view': 'See the organization\'s plan and what it costs.',
  'billing.manage': 'Change the plan and the payment method.',
  'members.list': 'See who is a member.',
  'members.manage': 'Invite, confirm, edit and remove members.',
  'policies.manage': 'Read and change policies.',
  'api-keys.manage': 'Make and rotate the keys the organization hands to programs.',
  'scim.manage': 'Make and rotate the key for provisioning, and its connection.',
  'connections.manage': 'Set up what the organization is connected to.',
  'license.manage': 'Download the licence, apply one, and sync it.',
  'installations.manage': 'See the servers that hold the organization\'s licence, and approve or remove them.',
  'items.share': 'Keep items in the collections one was given.',
  'collections.use': 'See and change collections, as far as the organization\'s rules let one.',
  'items.purge': 'Delete every item of the organization.',
  'sponsorships.give': 'Give a Families organization of one\'s own.',
  'sponsorships.manage': 'See, resend and take back the sponsorships of the organization, and give some to others.',
  'sponsorships.receive': 'Remove the sponsorship from a Families organization, or redeem one onto it.',
  'sync.view': 'See when the organization last synced, and how it went.',
  'sync.now': 'Sync the organization with its cloud organization now.',
  'events.view': 'Read the event log.',
}
