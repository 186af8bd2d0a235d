"""Judges the stand-in for Discord with an independent client, discord.py: it registers commands,
and lines on the stand-in's input play the people. Says of each part whether it is as promised.

Usage: discord_client.py STAND_IN
"""

import asyncio
import sys

import discord
import yarl
from discord import app_commands
from discord.gateway import DiscordWebSocket

WAIT_SECONDS = 20


class Form(discord.ui.Modal, title="Say it"):
    text = discord.ui.TextInput(label="Text", custom_id="text", max_length=100)

    async def on_submit(self, interaction: discord.Interaction) -> None:
        await interaction.response.edit_message(content=f"said: {self.text.value}", view=None)


class Buttons(discord.ui.View):
    @discord.ui.button(label="Form", custom_id="1|form")
    async def form(self, interaction: discord.Interaction, _: discord.ui.Button) -> None:
        await interaction.response.send_modal(Form())


class Bot(discord.Client):
    def __init__(self) -> None:
        super().__init__(intents=discord.Intents(guilds=True))
        self.tree = app_commands.CommandTree(self)
        self.is_set_up = asyncio.Event()

    async def on_ready(self) -> None:
        self.is_set_up.set()


def commands(bot: Bot) -> None:
    group = app_commands.Group(name="comment", description="Comments")

    @group.command(name="add", description="Add a comment")
    async def add(interaction: discord.Interaction, text: str, item: int) -> None:
        answer = f"{interaction.user.display_name} on {item}: {text}"
        await interaction.response.send_message(answer, ephemeral=True, view=Buttons())

    @add.autocomplete("item")
    async def items(_: discord.Interaction, typed: str) -> list[app_commands.Choice[int]]:
        return [app_commands.Choice(name=f"Item 7 {typed}", value=7)]

    @bot.tree.command(name="paper", description="A paper")
    async def paper(interaction: discord.Interaction) -> None:
        await interaction.response.defer(ephemeral=True)
        await interaction.edit_original_response(content="Here it is.")
        thread = await interaction.channel.create_thread(
            name="Item 7", type=discord.ChannelType.public_thread
        )
        said = await thread.send("In the thread.")
        await said.pin()
        await said.edit(content="Edited.")

    @bot.tree.context_menu(name="Enter into the record")
    async def enter(interaction: discord.Interaction, message: discord.Message) -> None:
        await interaction.response.send_message(f"{message.author.name} said {message.content}")

    bot.tree.add_command(group)


class StandIn:
    def __init__(self, process: asyncio.subprocess.Process) -> None:
        self.process = process

    async def line(self) -> str:
        line = await asyncio.wait_for(self.process.stdout.readline(), WAIT_SECONDS)
        return line.decode().rstrip("\n")

    async def order(self, order: str, lines: int = 1) -> str:
        self.process.stdin.write(f"{order}\n".encode())
        await self.process.stdin.drain()
        return "\n".join([await self.line() for _ in range(lines)])


def check(part: str, found: str, wanted: str) -> bool:
    is_right = found == wanted
    print(f"{part}: as promised" if is_right else f"{part}: {found!r}, not {wanted!r}")
    return is_right


async def parts(stand_in: StandIn) -> bool:
    order = stand_in.order
    added = await order("slash maria desk comment add text=agreed item=7", 2)
    results = [
        check("completion", await order("complete maria desk comment add item=b"), "7 = Item 7 b"),
        check("commands", added, "(only you) maria on 7: agreed\n[button] Form"),
        check("forms", await order("press maria Form", 2), "[form] Say it\nText="),
        check("submits", await order("submit maria Text=objected"), "(only you) said: objected"),
        check("deferrals", await order("slash maria desk paper"), "(only you) Here it is."),
    ]
    await order("say otto desk I was there")
    entered = await order("menu maria desk Enter into the record")
    results.append(check("menus", entered, "otto said I was there"))
    results.append(check("threads", await order('wait desk "Item 7" Edited.'), "Edited."))
    # This client writes one key into every edit that the specification does not name there.
    complaints = (await order("judge", 4)).split("\n")
    is_habit = all(line.endswith("('tts' was unexpected)") for line in complaints[1:])
    results.append(check("bodies", f"{complaints[0]}, {is_habit}", "3 complaints, True"))
    return all(results)


async def main(path: str) -> int:
    pipe = asyncio.subprocess.PIPE
    process = await asyncio.create_subprocess_exec(path, stdin=pipe, stdout=pipe)
    stand_in = StandIn(process)
    words = (await stand_in.line()).split()
    await stand_in.line()
    url, token = words[0], words[2]
    discord.http.Route.BASE = f"{url}/api/v10"
    gateway = yarl.URL(url.replace("http", "ws", 1)) / "gateway"
    DiscordWebSocket.DEFAULT_GATEWAY = gateway
    bot = Bot()
    commands(bot)
    async with bot:
        running = asyncio.create_task(bot.start(token))
        await asyncio.wait_for(bot.is_set_up.wait(), WAIT_SECONDS)
        await bot.tree.sync()
        is_right = await parts(stand_in)
        running.cancel()
    process.stdin.close()
    await process.wait()
    return 0 if is_right else 1


if __name__ == "__main__":
    sys.exit(asyncio.run(main(sys.argv[1])))
