"""Where the assistant is met, one platform a module or folder."""
