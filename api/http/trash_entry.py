"""A file of the trash, as it is told over HTTP."""

from typing import Literal

from pydantic import BaseModel, ConfigDict

from api.local_time import local
from api.uploads.trash import TrashEntry


class TrashedFile(BaseModel):
    """A file in the trash: the name under which it was kept, the hash of its bytes, when it went (by the clock of the
    service) and by what, the title and number of its paper ("" where unknown).
    """

    model_config = ConfigDict(
        json_schema_extra={
            "example": {
                "id": "20211110-093000-3f786850",
                "name": "通知.txt",
                "sha256": "3f786850e387550fdab836ed7e6dc881de23001b2a6ba0a9b2c4b6d9f1c1a2b3",
                "when": "2021-11-10T09:30:00+08:00",
                "action": "removed",
                "title": "蓬莱镇盘活闲置资产工作方案",
                "number": "大蓬委发〔2021〕26号",
            }
        }
    )

    id: str
    name: str
    sha256: str
    when: str
    action: Literal["replaced", "removed"]
    title: str
    number: str

    @classmethod
    def of(cls, entry: TrashEntry) -> "TrashedFile":
        """The same as an entry."""
        return cls(
            id=entry.id,
            name=entry.name,
            sha256=entry.sha256,
            when=local(entry.when),
            action=entry.action,
            title=entry.title,
            number=entry.number,
        )
