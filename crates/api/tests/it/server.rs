mod alive;
mod compressed;
mod cors;
