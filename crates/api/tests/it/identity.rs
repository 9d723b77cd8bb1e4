mod new_device;
mod token;
