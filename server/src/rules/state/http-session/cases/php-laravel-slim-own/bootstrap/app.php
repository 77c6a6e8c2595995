<?php

$app = new \Shop\Core\Application(dirname(__DIR__));

return $app;
