<?php
$entries = ['Thank you for the tea', 'We come again'];
?>
<ul>
<?php foreach ($entries as $entry): ?>
  <li><?= htmlspecialchars($entry) ?></li>
<?php endforeach ?>
</ul>
<p>opcache <?= function_exists('opcache_get_status') && opcache_get_status(false) !== false ? 'on' : 'off' ?></p>
