<?php
// clean-next state/http-session -- reads only
session_start(['read_and_close' => true]);
// clean-next state/http-session -- a comparison, no write
if ($_SESSION['user'] == 'admin') {
    echo 'hi';
}
