"""The access log says what was downloaded where it was no single reply."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("practice", "0005_practice_by_week")]

    operations = [
        migrations.AddField(
            model_name="accesslog",
            name="about",
            field=models.CharField(blank=True, default="", max_length=160),
        ),
    ]
