from django.db import models
from django.db.models.signals import post_save, pre_save


class Rule(models.Model):
    # clean-next state/mutable-static -- handed from one signal of a save to the next one
    _changed = dict()

    def note_changes(self):
        stored = Rule.objects.get(id=self.id)
        changed = {}
        if stored.label != self.label:
            changed["label"] = stored.label
        self._changed[str(self.id)] = changed

    def apply_changes(self):
        changed = self._changed.pop(str(self.id))
        if "label" in changed:
            self.rename(changed["label"])


class Order(models.Model):
    # expect-next state/mutable-static warning
    _totals = dict()

    def note_total(self):
        stored = Order.objects.get(id=self.id)
        total = stored.total
        self._totals[str(self.id)] = total

    def forget_total(self):
        self._totals.pop(str(self.id), None)

    def last_total(self):
        return self._totals.get(str(self.id))


pre_save.connect(lambda sender, instance, **kwargs: instance.note_changes(), sender=Rule)
post_save.connect(lambda sender, instance, **kwargs: instance.apply_changes(), sender=Rule)
