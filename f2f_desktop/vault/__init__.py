"""The laptop's encrypted database: keys, tables, migrations, facts and projections, queries."""
