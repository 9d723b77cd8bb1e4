mod limits;
mod new_device;
mod token;
