mod operate;
mod plans;
mod renew;
