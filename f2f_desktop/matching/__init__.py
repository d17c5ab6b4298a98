"""Contact x extract -> match, probability, evidence. Arrays in, values out; parameters are passed."""
