"""The part of Pixazo's REST API that bench/rest measures, as one would write it with FastAPI and SQLAlchemy: the yardstick
beside which Pixazo is measured in the same run. The database file is DB, the one key is KEY, both from the environment."""

import hashlib
import os
from datetime import datetime, timezone
from typing import Generic, TypeVar

from fastapi import Depends, FastAPI, Header, HTTPException
from pydantic import BaseModel, ConfigDict, Field
from sqlalchemy import ForeignKey, String, create_engine, event, func, select
from sqlalchemy.orm import DeclarativeBase, Mapped, Session, mapped_column, sessionmaker

engine = create_engine(f"sqlite:///{os.environ['DB']}", pool_size=20, max_overflow=80, connect_args={"timeout": 30})


@event.listens_for(engine, "connect")
def pragmas(connection, _):
    connection.execute("PRAGMA journal_mode=WAL")
    connection.execute("PRAGMA synchronous=NORMAL")
    connection.execute("PRAGMA foreign_keys=ON")


def now():
    return datetime.now(timezone.utc)


class Base(DeclarativeBase):
    pass


class User(Base):
    __tablename__ = "users"
    id: Mapped[int] = mapped_column(primary_key=True)
    key_hash: Mapped[str] = mapped_column(String(64), unique=True)


class Workspace(Base):
    __tablename__ = "workspaces"
    id: Mapped[int] = mapped_column(primary_key=True)
    user_id: Mapped[int] = mapped_column(ForeignKey("users.id"), index=True)
    name: Mapped[str]
    description: Mapped[str | None]
    created_at: Mapped[datetime] = mapped_column(default=now)
    updated_at: Mapped[datetime] = mapped_column(default=now)


class Chat(Base):
    __tablename__ = "chats"
    id: Mapped[int] = mapped_column(primary_key=True)
    workspace_id: Mapped[int] = mapped_column(ForeignKey("workspaces.id"), index=True)
    name: Mapped[str]
    updated_at: Mapped[datetime] = mapped_column(default=now)


class Message(Base):
    __tablename__ = "messages"
    id: Mapped[int] = mapped_column(primary_key=True)
    chat_id: Mapped[int] = mapped_column(ForeignKey("chats.id"), index=True)
    role: Mapped[str]
    content: Mapped[str]
    created_at: Mapped[datetime] = mapped_column(default=now)


class WorkspaceIn(BaseModel):
    name: str = Field(min_length=1, max_length=100)
    description: str | None = None


class WorkspaceOut(WorkspaceIn):
    model_config = ConfigDict(from_attributes=True)
    id: int
    created_at: datetime
    updated_at: datetime


class ChatIn(BaseModel):
    name: str = Field(min_length=1, max_length=200)


class ChatOut(ChatIn):
    model_config = ConfigDict(from_attributes=True)
    id: int
    workspace_id: int


class MessageIn(BaseModel):
    role: str = Field(pattern="^(system|user|assistant)$")
    content: str = Field(min_length=1, max_length=100_000)


class MessageOut(MessageIn):
    model_config = ConfigDict(from_attributes=True)
    id: int
    chat_id: int
    created_at: datetime


T = TypeVar("T")


class Page(BaseModel, Generic[T]):
    items: list[T]
    total: int


Base.metadata.create_all(engine)
Sessions = sessionmaker(engine, expire_on_commit=False)


def hashed(key: str) -> str:
    return hashlib.sha256(key.encode()).hexdigest()


with Sessions.begin() as first:
    if first.scalar(select(func.count()).select_from(User)) == 0:
        first.add(User(key_hash=hashed(os.environ["KEY"])))

app = FastAPI()


def session():
    with Sessions() as open_session:
        yield open_session


def user(authorization: str = Header(), db: Session = Depends(session)) -> User:
    found = db.scalar(select(User).where(User.key_hash == hashed(authorization.removeprefix("Bearer "))))
    if found is None:
        raise HTTPException(401)
    return found


def own_workspace(id: int, db: Session, caller: User) -> Workspace:
    found = db.scalar(select(Workspace).where(Workspace.id == id, Workspace.user_id == caller.id))
    if found is None:
        raise HTTPException(404)
    return found


def own_chat(id: int, db: Session, caller: User) -> Chat:
    found = db.scalar(select(Chat).join(Workspace).where(Chat.id == id, Workspace.user_id == caller.id))
    if found is None:
        raise HTTPException(404)
    return found


@app.get("/api/workspaces")
def workspaces(db: Session = Depends(session), caller: User = Depends(user)) -> Page[WorkspaceOut]:
    mine = select(Workspace).where(Workspace.user_id == caller.id)
    total = db.scalar(select(func.count()).select_from(mine.subquery()))
    return Page(items=db.scalars(mine.order_by(Workspace.updated_at.desc()).limit(50)).all(), total=total)


@app.post("/api/workspaces", status_code=201)
def add_workspace(body: WorkspaceIn, db: Session = Depends(session), caller: User = Depends(user)) -> WorkspaceOut:
    added = Workspace(user_id=caller.id, **body.model_dump())
    db.add(added)
    db.commit()
    return added


@app.get("/api/workspaces/{id}")
def workspace(id: int, db: Session = Depends(session), caller: User = Depends(user)) -> WorkspaceOut:
    return own_workspace(id, db, caller)


@app.post("/api/workspaces/{id}/chats", status_code=201)
def add_chat(id: int, body: ChatIn, db: Session = Depends(session), caller: User = Depends(user)) -> ChatOut:
    added = Chat(workspace_id=own_workspace(id, db, caller).id, name=body.name)
    db.add(added)
    db.commit()
    return added


@app.get("/api/chats/{id}/messages")
def messages(id: int, db: Session = Depends(session), caller: User = Depends(user)) -> Page[MessageOut]:
    here = select(Message).where(Message.chat_id == own_chat(id, db, caller).id)
    total = db.scalar(select(func.count()).select_from(here.subquery()))
    return Page(items=db.scalars(here.order_by(Message.id).limit(50)).all(), total=total)


@app.post("/api/chats/{id}/messages", status_code=201)
def add_message(id: int, body: MessageIn, db: Session = Depends(session), caller: User = Depends(user)) -> MessageOut:
    chat = own_chat(id, db, caller)
    added = Message(chat_id=chat.id, **body.model_dump())
    db.add(added)
    chat.updated_at = now()
    db.commit()
    return added
