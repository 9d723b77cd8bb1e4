mod alive;
