"""Credit points (Art. 32): the ledger, what is proposed and decided, contested, printed."""
