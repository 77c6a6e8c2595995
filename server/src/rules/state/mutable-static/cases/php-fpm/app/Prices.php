<?php

namespace App;

use App\Models\Price;

class Prices
{
    private static array $known = [];
    private static array $shown = [];

    public static function of(int $id): Price
    {
        if (!isset(self::$known[$id])) {
            // clean-next state/mutable-static -- ends with the request
            self::$known[$id] = Price::find($id);
        }
        return self::$known[$id];
    }

    public static function shown(int $cents): string
    {
        // clean-next state/mutable-static -- made of what is given
        return self::$shown[$cents] ??= number_format($cents / 100, 2);
    }
}
