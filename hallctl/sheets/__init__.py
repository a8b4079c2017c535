"""The only spreadsheet code: reading what people send, writing official forms."""
