class LoginForm:
    # clean-next config/hard-coded-credential -- a field of a form
    password = "password-field"
