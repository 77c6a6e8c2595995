<?php

namespace App\Controller;

use Symfony\Component\HttpFoundation\JsonResponse;
use Symfony\Component\Routing\Attribute\Route;

class HealthController
{
    // clean-next lifecycle/no-health-endpoint -- answers probes
    #[Route('/health', name: 'health')]
    public function check(): JsonResponse
    {
        return new JsonResponse(['status' => 'ok']);
    }
}
