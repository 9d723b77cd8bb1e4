//! What the protocol's table of the sponsorship story says, row by row: who asks what, and what they
//! are answered. The rules behind the rows have tests in their own rooms.

mod connections;
mod given;
mod licenses;
mod portal;
mod sponsored;
