"""What happened: fact types and versions, canonical bytes, ids, signatures."""
