<?php

return ["open", "closed"];
