//! What an organization may demand of its members.
