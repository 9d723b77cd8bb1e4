mod alive;
mod compressed;
