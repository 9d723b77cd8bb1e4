mod switch;
