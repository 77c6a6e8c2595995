# clean-next config/hard-coded-credential -- a developer's own
PASSWORD = "Tn4-vx81Qs"
