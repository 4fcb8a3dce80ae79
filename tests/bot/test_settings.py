from __future__ import annotations

from pathlib import Path

import pytest

from bot.settings import Postgres, SettingsError, country_of, default_database, read_settings

PLAIN = {"COMPTOIR_ZONE": "Europe/Paris", "COMPTOIR_LANGUAGE": "fr"}


def test_without_settings_the_database_is_in_the_users_data_folder(tmp_path: Path) -> None:
    settings = read_settings({}, tmp_path)
    assert settings.database == default_database()
    assert settings.database.name == "comptoir.db"
    assert settings.platforms == ()


def test_the_environment_wins_over_the_env_file(tmp_path: Path) -> None:
    (tmp_path / ".env").write_text("COMPTOIR_LANGUAGE=en\nCOMPTOIR_COUNTRY=BE\n")
    settings = read_settings(PLAIN, tmp_path)
    assert (settings.language, settings.country) == ("fr", "BE")


@pytest.mark.parametrize(
    ("locale", "language"), [("fr_FR.UTF-8", "fr"), ("en_US.UTF-8", "en"), ("C", "en"), ("", "en")]
)
def test_the_locale_gives_the_language_where_none_is_set(tmp_path: Path, locale: str, language: str) -> None:
    assert read_settings({"LANG": locale}, tmp_path).language == language


@pytest.mark.parametrize(("zone", "country"), [("Europe/Paris", "FR"), ("Europe/Brussels", "BE"), ("UTC", "FR")])
def test_the_country_is_that_of_the_zone(tmp_path: Path, zone: str, country: str) -> None:
    assert country_of(zone) == country
    assert read_settings({"COMPTOIR_ZONE": zone}, tmp_path).country == country


def test_all_problems_are_told_at_once(tmp_path: Path) -> None:
    wrong = {
        "COMPTOIR_DATABASE": "mysql://me:secret@host/db",
        "COMPTOIR_LANGUAGE": "de",
        "COMPTOIR_ZONE": "Mars/Base",
        "COMPTOIR_COUNTRY": "France",
    }
    with pytest.raises(SettingsError) as told:
        read_settings(wrong, tmp_path)
    text = str(told.value)
    assert all(name in text for name in wrong)
    assert "secret" not in text
    assert "\n" not in text


@pytest.mark.parametrize(
    ("name", "platform"), [("COMPTOIR_TELEGRAM_TOKEN", "telegram"), ("COMPTOIR_SLACK_BOT_TOKEN", "slack")]
)
def test_a_token_names_its_platform_and_is_not_kept(tmp_path: Path, name: str, platform: str) -> None:
    settings = read_settings({**PLAIN, name: "123:abc"}, tmp_path)
    assert settings.platforms == (platform,)
    assert "123:abc" not in repr(settings)


@pytest.mark.parametrize(
    "address",
    [
        "postgresql://me:p%40ss@127.0.0.1:5432/comptoir?sslmode=require",
        "postgres://[::1]/comptoir",
        "postgresql://one:5432,two:5433/comptoir",
        "postgresql:///comptoir?host=/var/run/postgresql",
    ],
)
def test_a_postgresql_address_is_kept_and_never_shown(tmp_path: Path, address: str) -> None:
    settings = read_settings({**PLAIN, "COMPTOIR_DATABASE": address}, tmp_path)
    assert settings.database == Postgres(address)
    assert "p%40ss" not in repr(settings)


@pytest.mark.parametrize("password", ["sec@ret", "sec/ret", "sec?ret", "sec#ret", "sec%ret", "sec%4"])
def test_a_password_that_the_driver_would_take_for_something_else_is_told_without_it(
    tmp_path: Path, password: str
) -> None:
    with pytest.raises(SettingsError, match="COMPTOIR_DATABASE can't be read as postgresql://user:password") as told:
        read_settings({**PLAIN, "COMPTOIR_DATABASE": f"postgresql://me:{password}@host/db"}, tmp_path)
    assert "sec" not in str(told.value)


def test_a_password_without_a_host_is_not_taken_for_a_port(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match="can't be read"):
        read_settings({**PLAIN, "COMPTOIR_DATABASE": "postgresql://me:secret"}, tmp_path)
