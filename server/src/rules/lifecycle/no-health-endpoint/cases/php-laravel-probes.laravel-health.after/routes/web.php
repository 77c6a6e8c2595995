<?php

use App\Http\Controllers\ShopController;
use Illuminate\Support\Facades\Route;

// For probes: without the web middleware, which begins a session.
\Illuminate\Support\Facades\Route::get('/healthz', fn () => response()->json(['status' => 'ok']))->withoutMiddleware('web');
\Illuminate\Support\Facades\Route::get('/readyz', function () {
    \Illuminate\Support\Facades\DB::connection()->getPdo();

    return response()->json(['status' => 'ready']);
})->withoutMiddleware('web');

Route::get('/', [ShopController::class, 'index']);
