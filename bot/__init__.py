"""How the assistant talks: messages, languages, time, dispatch, delivery and platforms."""
