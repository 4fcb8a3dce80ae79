"""What the assistant can do, one feature a module or folder."""
