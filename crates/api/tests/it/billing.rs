mod plans;
mod renew;
